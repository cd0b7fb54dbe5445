"""What a file from outside may cost; beyond it the file is refused, not read in part."""

from mentoring.core.uploads import MEGABYTE

UNPACKED_MAX_BYTES = 50 * MEGABYTE
ARCHIVE_MAX_MEMBERS = 200
ARCHIVE_MAX_RATIO = 200
RATIO_COUNTS_FROM_BYTES = 2 * MEGABYTE  # a small sheet of equal rows packs better than any honest large one

SHEETS_MAX = 100
ROWS_MAX = 20_000
COLUMNS_MAX = 60
MERGES_MAX = 5_000
CELL_TEXT_MAX = 5_000
TEXT_TOTAL_MAX = 24_000_000
ANSWER_MAX_BYTES = 100 * MEGABYTE

CHILD_MEMORY_BYTES = 512 * MEGABYTE
CHILD_CPU_SECONDS = 10
CHILD_WALL_SECONDS = 15
CHILD_OPEN_FILES = 64
