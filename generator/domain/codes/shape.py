"""Codes `S`: a key is missing, unknown or holds what it cannot hold; a file is out of place."""

from typing import Final

from generator.domain.codes.code import Code

SHAPE: Final = (
    Code(
        "S001",
        "Thiếu khóa bắt buộc",
        "Bản ghi thiếu một khóa mà loại bản ghi này phải có. Lỗi báo ở dòng của nhóm chứa khóa đó.",
        "Thêm dòng “khóa: giá trị” còn thiếu.",
        "date: 2019-05-20\nunit: 29272-an-truong-a\ncontent: Dự sinh hoạt chi đoàn.",
        "date: 2019-05-20\nunit: 29272-an-truong-a\nkind: du-sinh-hoat-chi-doan\n"
        "members:\n  - le-van-ba\ncontent: Dự sinh hoạt chi đoàn.",
    ),
    Code(
        "S002",
        "Khóa không có trong mẫu",
        "Tên khóa viết sai, hoặc khóa đặt nhầm chỗ. Máy gợi ý khóa gần giống nhất.",
        "Sửa tên khóa theo gợi ý, hoặc bỏ dòng đó đi.",
        "conten: Dự sinh hoạt chi đoàn.",
        "content: Dự sinh hoạt chi đoàn.",
    ),
    Code(
        "S003",
        "Sai dạng: giá trị, danh sách, nhóm khóa",
        "Chỗ này cần một danh sách mà lại ghi một giá trị, cần một giá trị mà lại ghi một danh "
        "sách…",
        "Danh sách: xuống dòng, mỗi mục một dòng mở đầu bằng dấu gạch ngang và dấu cách. Giá trị: "
        "ghi ngay sau dấu hai chấm.",
        "members: le-van-ba",
        "members:\n  - le-van-ba",
    ),
    Code(
        "S004",
        "Ngày viết sai hoặc không có thật",
        "Ngày phải viết năm-tháng-ngày, đủ bốn, hai và hai chữ số, và có trên lịch.",
        "Viết lại theo mẫu 2019-05-20.",
        "date: 20/5/2019",
        "date: 2019-05-20",
    ),
    Code(
        "S005",
        "Số viết sai",
        "Chỗ này cần một số: chỉ có chữ số, không đơn vị, không dấu chấm phân cách hàng nghìn. Số "
        "ngày trong kế hoạch được lẻ nửa ngày, viết bằng dấu chấm.",
        "Bỏ chữ và dấu thừa.",
        "turnout:\n  members: 25 đoàn viên",
        "turnout:\n  members: 25",
    ),
    Code(
        "S006",
        "Không phải true hay false",
        "Câu hỏi có hay không chỉ nhận true (có) hoặc false (không).",
        "Viết true hoặc false, chữ thường.",
        "consent: có",
        "consent: true",
    ),
    Code(
        "S007",
        "Mã viết sai",
        "Mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối.",
        "Viết lại mã; máy gợi ý cách viết.",
        "members:\n  - Lê Văn Ba",
        "members:\n  - le-van-ba",
    ),
    Code(
        "S008",
        "Không nằm trong các lựa chọn",
        "Khóa này chỉ nhận một trong vài từ đã định sẵn.",
        "Chọn một từ trong danh sách ghi ở gợi ý.",
        "session: sáng",
        "session: morning",
    ),
    Code(
        "S009",
        "Khóa để trống",
        "Có tên khóa mà không có giá trị.",
        "Điền giá trị, hoặc bỏ cả dòng đi.",
        "venue:",
        "venue: Nhà văn hóa ấp 3",
    ),
    Code(
        "S010",
        "Chữ quá dài hoặc nhiều dòng",
        "Chỗ chỉ dành cho một dòng ngắn (nhiều nhất 500 ký tự) lại có nhiều dòng, hoặc dài quá; "
        "đoạn văn thì nhiều nhất 20.000 ký tự.",
        "Viết ngắn lại trên một dòng; phần chi tiết để ở tóm tắt nội dung làm việc.",
        "venue: |\n  Nhà văn hóa ấp 3\n  và Trường Tiểu học",
        "venue: Nhà văn hóa ấp 3 và Trường Tiểu học",
    ),
    Code(
        "S011",
        "Không phải năm, quý hay tháng",
        "Khoảng thời gian viết 2019 (cả năm), 2019-H1 (nửa năm), 2019-Q2 (quý), 2019-03 (tháng).",
        "Viết lại theo một trong bốn mẫu đó.",
        "period: quý 2 năm 2019",
        "period: 2019-Q2",
    ),
    Code(
        "S012",
        "Tệp đặt sai chỗ hoặc sai tên",
        "Tên hoặc thư mục của tệp không thuộc loại bản ghi nào, nên tệp không được đọc.",
        "Đổi tên hoặc chuyển tệp theo gợi ý. Tên chỉ gồm chữ thường không dấu, chữ số, gạch nối.",
        "records/visits/2019/2019-05-20 Ấp 3.yaml",
        "records/visits/2019/2019-05-20-ap-3.yml",
    ),
    Code(
        "S013",
        "Thiếu tệp bắt buộc",
        "Bộ bản ghi phải có ba tệp organisation.yml, units.yml và activities.yml.",
        "Tạo lại tệp đó; lệnh congtac init làm sẵn một bộ mẫu.",
        "records/organisation.yml\nrecords/units.yml",
        "records/activities.yml\nrecords/organisation.yml\nrecords/units.yml",
    ),
    Code(
        "S014",
        "Danh sách trống",
        "Danh sách này phải có ít nhất một mục.",
        "Ghi ít nhất một mục.",
        "members: []",
        "members:\n  - le-van-ba",
    ),
    Code(
        "S015",
        "Định dạng khác với phần mềm",
        "Bản ghi được viết cho một phiên bản phần mềm mới hơn, hoặc cũ hơn, bản đang dùng.",
        "Mới hơn thì cập nhật congtac, cũ hơn thì chạy congtac fmt; đừng tự sửa con số này.",
        "schema_version: 9",
        "schema_version: 1",
    ),
    Code(
        "S016",
        "Nội dung nội bộ trong kho công khai",
        "Tệp organisation.yml nói rằng ai cũng đọc được kho dữ liệu, nên bản ghi không được chứa "
        "khóa nội bộ (công lệnh, nghỉ phép, liên hệ, nguyên văn vướng mắc, ghi chú nội bộ) và ảnh "
        "chưa có đồng ý công khai.",
        "Xóa khóa hay ảnh đó khỏi kho, hoặc chuyển kho sang chế độ riêng tư và ghi public: false.",
        "internal:\n  note: Cần nhắc lại sau.",
        "(bỏ khóa internal)",
    ),
    Code(
        "S017",
        "Không phải địa chỉ web",
        "Địa chỉ phải mở đầu bằng http:// hoặc https:// và không có dấu cách.",
        "Chép nguyên địa chỉ từ thanh địa chỉ của trình duyệt.",
        "url: tinhdoantravinh.vn",
        "url: https://tinhdoantravinh.vn",
    ),
)
