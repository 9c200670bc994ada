"""Codes `W`: what only a workbook can have wrong, told when it is imported."""

from typing import Final

from generator.domain.codes.code import Code

WORKBOOK: Final = (
    Code(
        "W001",
        "Ô không có giá trị dùng được",
        "Ô báo lỗi như #N/A, #REF!; ô là công thức mà tệp chưa lưu kết quả; hoặc Excel đã đổi chữ "
        "thành ngày, giờ.",
        "Sửa công thức rồi lưu lại bằng Excel, hoặc chép giá trị vào ô (Paste Special, Values). Bị "
        "đổi thành ngày thì định dạng ô là Text rồi gõ lại.",
        "Đơn vị: #N/A",
        "Đơn vị: Xã An Trường A, huyện Càng Long",
    ),
    Code(
        "W002",
        "Ô gộp",
        "Nhiều ô gộp làm một thì chỉ ô đầu có giá trị, những dòng còn lại là ô trống.",
        "Bỏ gộp ô (Unmerge), rồi điền đủ từng dòng.",
        "Ngày đi: 20/05/2019 (gộp ba dòng)",
        "Ngày đi: 20/05/2019\nNgày đi: 20/05/2019\nNgày đi: 20/05/2019",
    ),
    Code(
        "W003",
        "Thiếu trang hoặc thiếu cột",
        "Sổ tính không có trang ghi chuyến đi, hoặc trang thiếu một cột bắt buộc. Tên trang, tên "
        "cột viết hoa hay thường, có dấu hay không dấu đều được, cột đứng ở đâu cũng được.",
        "Thêm trang, thêm cột; hoặc chép số liệu sang bảng mẫu mới.",
        "STT | Ngày đi | Đơn vị | Ủy viên tham gia",
        "STT | Ngày đi | Đơn vị | Nội dung đi cơ sở | Ủy viên tham gia | Tóm tắt nội dung làm việc",
    ),
    Code(
        "W004",
        "Cột lạ hoặc cột lặp",
        "Một cột có số liệu mà tên không có trong mẫu, không có tên, hoặc trùng tên với cột khác. "
        "Máy không bỏ qua số liệu mà không báo.",
        "Sửa tên cột theo gợi ý; cột không cần thì xóa cả cột.",
        "Ngày đi | Đơn vị | Người đi",
        "Ngày đi | Đơn vị | Ủy viên tham gia",
    ),
    Code(
        "W005",
        "Tên có nhiều nghĩa",
        "Nhiều đơn vị hoặc nhiều đồng chí cùng hợp với tên đã ghi. Máy không đoán.",
        "Chép nguyên tên đầy đủ từ trang Danh mục, hoặc ghi mã.",
        "Đơn vị: Phường 1",
        "Đơn vị: Phường 1, thị xã Duyên Hải",
    ),
    Code(
        "W006",
        "Khó khăn, vướng mắc không thuộc chuyến đi nào",
        "Mỗi dòng khó khăn, vướng mắc phải ghi số thứ tự của đúng một chuyến đi.",
        "Ghi số ở cột STT của chuyến đi; đánh số các chuyến đi không trùng nhau.",
        "STT chuyến đi: 77",
        "STT chuyến đi: 7",
    ),
    Code(
        "W007",
        "Khác với bản ghi đã có",
        "Sổ đã có chuyến đi này, nhưng nội dung khác với dòng trong bảng. Nhập bảng không bao giờ "
        "ghi đè bản ghi đã có.",
        "Bản ghi đúng thì xóa dòng trong bảng. Cần sửa thì sửa chính bản ghi. Là chuyến khác trong "
        "cùng ngày thì ghi rõ buổi.",
        "Tóm tắt nội dung làm việc: Họp chi đoàn.   (bản ghi: Dự sinh hoạt chi đoàn ấp 3.)",
        "Tóm tắt nội dung làm việc: Dự sinh hoạt chi đoàn ấp 3.",
    ),
    Code(
        "W008",
        "Không rõ ai có mặt những ngày nào",
        "Ô “Có mặt một số ngày” phải cho biết tên, rồi các ngày của người đó.",
        "Viết tên, dấu hai chấm, rồi các ngày ngăn cách bằng dấu phẩy; nhiều người thì ngăn cách "
        "bằng dấu chấm phẩy.",
        "Có mặt một số ngày: Lê Văn Ba 03/06/2019",
        "Có mặt một số ngày: Lê Văn Ba: 03/06/2019, 04/06/2019",
    ),
)
