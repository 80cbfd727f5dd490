"""Services that hear and speak by themselves: one contract, one file per vendor."""
