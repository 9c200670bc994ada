"""Codes `M`: pictures."""

from typing import Final

from generator.domain.codes.code import Code

MEDIA: Final = (
    Code(
        "M001",
        "Đường dẫn ảnh viết sai",
        "Ảnh được gọi bằng năm và tên tệp, tính từ thư mục records/media; không dùng địa chỉ web "
        "hay đường dẫn trên máy cá nhân. Tên tệp chỉ gồm chữ thường không dấu, chữ số, gạch nối, "
        "vì máy này phân biệt chữ hoa với chữ thường, máy kia thì không.",
        "Tải ảnh vào records/media/<năm>/, rồi ghi <năm>/<tên tệp> bằng chữ thường không dấu.",
        "file: C:\\Anh\\Ấp 3.JPG",
        "file: 2019/ap-3.jpg",
    ),
    Code(
        "M002",
        "Không có tệp ảnh",
        "Tệp ảnh được nhắc đến không nằm trong records/media.",
        "Tải ảnh lên đúng chỗ, hoặc sửa đường dẫn.",
        "file: 2019/ap3.jpg",
        "file: 2019/ap-3.jpg",
    ),
    Code(
        "M003",
        "Tệp không phải là ảnh",
        "Nội dung tệp không phải ảnh JPEG, PNG, WebP, không khớp với đuôi tệp, hoặc tải lên dở "
        "dang; đổi đuôi tệp không làm đổi dạng ảnh.",
        "Mở ảnh bằng một chương trình xem ảnh, lưu lại dạng JPEG, PNG hoặc WebP.",
        "ap-3.jpg   (thật ra là HEIC)",
        "ap-3.jpg   (lưu lại dạng JPEG)",
    ),
    Code(
        "M004",
        "Ảnh quá lớn",
        "Ảnh nặng hơn 8 MB hoặc có hơn 50 triệu điểm ảnh.",
        "Thu nhỏ ảnh; cạnh dài khoảng 2000 điểm ảnh là đủ đẹp.",
        "10000 × 6000 điểm ảnh",
        "2000 × 1200 điểm ảnh",
    ),
    Code(
        "M005",
        "Bài viết dùng ảnh chưa được đăng công khai",
        "Ảnh trong bài sắp đăng là ảnh của một chuyến đi mà ở đó ghi consent: false, hoặc không "
        "ghi; hoặc ảnh trong bài là của một chuyến đi đã rút lại.",
        "Chọn ảnh khác. Nếu người trong ảnh đã đồng ý thì ghi consent: true ở bản ghi chuyến đi.",
        "status: ready\ncover: 2019/ap-3.jpg   (consent: false)",
        "status: ready\ncover: 2019/ap-3.jpg   (consent: true)",
    ),
)
