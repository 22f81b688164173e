/** Key in `item.ahead` that brings the spreadsheet up again at the next tick, because this read is not believed. */
export const recheckField = "#recheck";
