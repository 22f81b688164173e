import { defineCommand } from "../command.ts";
import { doctorReport } from "../doctor-report.ts";
import { readSpreadsheet } from "../reading.ts";
import { spreadsheetArgument } from "../spreadsheet-argument.ts";

export const doctor = defineCommand({
  name: "doctor",
  does: "体检：认出了什么，没认出什么，会写到哪里 · what is recognised, what is not, what will be written where",
  takes: { spreadsheet: spreadsheetArgument },
  example: "1AbC…xyz",
  async run({ spreadsheet }, { api }) {
    const { reading } = await readSpreadsheet(api, spreadsheet);
    return {
      ok: true,
      text: [
        doctorReport(reading),
        "",
        "认错了：npm run bureau -- columns（列）、tabs（标签页）可以改；会写什么逐格看 preview。",
      ].join("\n"),
    };
  },
});
