"""What a rendering child may use, and how big a template may be."""

from typing import Final

WALL_SECONDS: Final = 20.0  # per paper, counted by the parent
CPU_SECONDS: Final = 10  # per paper, counted by the kernel
SECONDS_FOR_EACH: Final = 0.5  # more for each further paper of a job printed as one file
START_SECONDS: Final = 30.0  # imports on a busy machine
MEMORY_BYTES: Final = 1024 * 1024 * 1024  # address space: typst maps its fonts and thread stacks
OPEN_FILES: Final = 64
OUTPUT_BYTES: Final = 20 * 1024 * 1024

TEMPLATE_BYTES: Final = 5 * 1024 * 1024
TEMPLATE_PARTS: Final = 200
TEMPLATE_XML_BYTES: Final = 20 * 1024 * 1024  # really decompressed: python-docx needs about 13 bytes per byte
TEMPLATE_RATIO: Final = 200
