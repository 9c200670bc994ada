"""Codes `T`: warnings about the text; they stop nothing."""

from typing import Final

from generator.domain.codes.code import Code

TEXT: Final = (
    Code(
        "T001",
        "Có chú thích #",
        "Phần sau dấu # không thuộc bản ghi: máy không đọc, và các công cụ nhập liệu sẽ làm mất "
        "nó.",
        "Ghi chú cho cơ quan thì chuyển vào internal.note. Nếu dấu # là nội dung thì đặt cả giá "
        "trị trong dấu nháy.",
        "venue: Nhà #5",
        'venue: "Nhà #5"',
    ),
    Code(
        "T002",
        "Chữ bị vỡ vì sai bảng mã",
        "Có những từ giống như chữ TCVN3 (ABC), VNI hay Windows-1258 bị đọc nhầm.",
        "Chuyển mã đoạn đó sang Unicode bằng UniKey (Ctrl+Shift+F6), hoặc gõ lại. Nếu đó đúng là "
        "tên nước ngoài thì cứ để nguyên.",
        "content: Sinh ho¹t chi ®oµn Êp 3.",
        "content: Sinh hoạt chi đoàn ấp 3.",
    ),
    Code(
        "T003",
        "Dấu rời khỏi chữ",
        "Chữ có dấu được ghép từ chữ cái và dấu riêng (Unicode tổ hợp), thường do gõ trên máy Mac "
        "hay chép từ tệp PDF. Máy vẫn đọc đúng.",
        "Chạy congtac fmt, hoặc đặt bộ gõ là Unicode dựng sẵn.",
        "venue: A\u0302\u0301p 3   (dấu rời)",
        "venue: Ấp 3",
    ),
)
