#!/bin/sh
# Proves that the backup can be restored: restores the table as it was some minutes ago into a table of its own, compares
# what is in both, and deletes the copy. Reads the live table, never writes it.
#   sh stacks/restore-drill.sh <table> [minutes ago, default 10]
# Needs: aws CLI v2 with dynamodb:RestoreTableToPointInTime, DescribeTable, Query, DeleteTable (the last on *-drill-* only).
set -eu
table=${1:?usage: restore-drill.sh <table> [minutes ago]}
minutes=${2:-10}
now=$(date -u +%s)
copy="$table-drill-$now"
at=$((now - minutes * 60))

count() { # <table> <partition>
  aws dynamodb query --table-name "$1" --select COUNT --output text --query Count \
    --key-condition-expression 'pk = :p' --expression-attribute-values "{\":p\":{\"S\":\"$2\"}}"
}

echo "restoring $table as of $minutes minutes ago into $copy"
aws dynamodb restore-table-to-point-in-time --source-table-name "$table" --target-table-name "$copy" \
  --restore-date-time "$at" >/dev/null
aws dynamodb wait table-exists --table-name "$copy"
status=$(aws dynamodb describe-table --table-name "$copy" --query Table.TableStatus --output text)
while [ "$status" != ACTIVE ]; do
  sleep "${DRILL_WAIT_SECONDS:-20}"
  status=$(aws dynamodb describe-table --table-name "$copy" --query Table.TableStatus --output text)
done
echo "restored in $(($(date -u +%s) - now)) seconds"

failed=0
for partition in units links record#finished-pass; do
  live=$(count "$table" "$partition")
  back=$(count "$copy" "$partition")
  echo "$partition: $live live, $back restored"
  # Some may have been added since; none may be missing while the live table has them.
  if [ "$back" -eq 0 ] && [ "$live" -gt 0 ]; then failed=1; fi
done

if [ "${KEEP:-}" = 1 ]; then
  echo "kept $copy: RESTORED_TABLE=$copy npx sst deploy --stage <stage> makes the app run on it"
else
  aws dynamodb delete-table --table-name "$copy" >/dev/null
  echo "deleted $copy"
fi
[ "$failed" -eq 0 ] && echo "drill passed" || { echo "drill FAILED: restored partitions are empty"; exit 1; }
