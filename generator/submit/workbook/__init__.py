"""Door 4: visits of many years from one workbook, and the workbook to fill in."""
