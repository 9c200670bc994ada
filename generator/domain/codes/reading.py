"""Codes `Y`: the file cannot be read."""

from typing import Final

from generator.domain.codes.code import Code

READING: Final = (
    Code(
        "Y000",
        "Viết sai cách “khóa: giá trị”",
        "Máy đọc đến chỗ này thì không hiểu nữa. Hay gặp nhất: trong câu có dấu hai chấm rồi dấu "
        "cách, thụt vào bằng phím Tab, quên dấu cách sau dấu hai chấm, quên đóng dấu nháy.",
        "Làm theo gợi ý ngay dưới lỗi. Câu có dấu hai chấm hay ký tự đặc biệt thì đặt cả câu trong "
        "dấu nháy kép.",
        "content: Làm việc với Đoàn xã: góp ý kế hoạch tháng.",
        'content: "Làm việc với Đoàn xã: góp ý kế hoạch tháng."',
    ),
    Code(
        "Y001",
        "Tệp quá lớn",
        "Một bản ghi hay một bài viết dài nhất 64 KB (khoảng 30 trang); danh mục đơn vị và hoạt "
        "động dài nhất 8 MB. Tệp lớn hơn thường là dán nhầm.",
        "Viết ngắn lại, hoặc tách thành nhiều bản ghi. Văn bản dài thì để nguyên ở nơi lưu trữ, "
        "trong bản ghi chỉ tóm tắt.",
        "content: (dán nguyên văn báo cáo 40 trang)",
        "content: Kiểm tra công tác Đoàn 6 tháng đầu năm; báo cáo riêng số 15-BC/TĐTN.",
    ),
    Code(
        "Y002",
        "Tệp có dấu BOM",
        "Đầu tệp có ba byte vô hình gọi là BOM, do Notepad đời cũ thêm vào khi lưu.",
        "Mở tệp, chọn Lưu thành (Save As), mục Encoding chọn UTF-8, không chọn “UTF-8 with BOM”.",
        "Encoding: UTF-8 with BOM",
        "Encoding: UTF-8",
    ),
    Code(
        "Y003",
        "Tệp không phải UTF-8",
        "Tệp được lưu bằng bảng mã khác: TCVN3 (ABC), VNI, Windows-1258 hay UTF-16. Máy đoán được "
        "thì nói tên bảng mã.",
        "Mở tệp bằng trình soạn thảo đọc đúng chữ, rồi lưu lại với bảng mã UTF-8. Văn bản TCVN3 "
        "hay VNI thì chuyển mã bằng UniKey (Ctrl+Shift+F6) trước khi lưu.",
        "Encoding: ANSI",
        "Encoding: UTF-8",
    ),
    Code(
        "Y004",
        "Có ký tự ẩn",
        "Trong tệp có ký tự không nhìn thấy: ký tự điều khiển, khoảng trắng rộng bằng không, dấu "
        "đổi chiều chữ… Chúng thường theo vào khi dán từ Word, Zalo hay trang web, và làm hai chữ "
        "giống hệt nhau trở thành khác nhau.",
        "Xóa ký tự ở đúng dòng, cột được báo. Không thấy gì để xóa thì xóa cả từ rồi gõ lại.",
        'venue: "Ấp\\u200b 3"',
        "venue: Ấp 3",
    ),
    Code(
        "Y005",
        "Một đoạn chữ quá dài",
        "Một giá trị dài hơn 20.000 ký tự.",
        "Tóm tắt lại; phần đầy đủ để ở báo cáo riêng.",
        "content: (hơn 20.000 ký tự)",
        "content: Tóm tắt trong vài đoạn.",
    ),
    Code(
        "Y006",
        "Có thẻ !",
        "Dấu ! đứng đầu giá trị là một lệnh của định dạng YAML. Bản ghi chỉ có chữ, nên không nhận "
        "lệnh.",
        "Đặt cả giá trị trong dấu nháy, hoặc bỏ dấu ! ở đầu.",
        "venue: !Hội trường lớn",
        'venue: "!Hội trường lớn"',
    ),
    Code(
        "Y007",
        "Có neo &",
        "Dấu & đứng đầu giá trị là một lệnh của định dạng YAML (đặt tên để chỗ khác nhắc lại).",
        "Đặt cả giá trị trong dấu nháy, hoặc viết chữ “và” thay cho &.",
        "venue: &Quán cà phê thanh niên",
        'venue: "&Quán cà phê thanh niên"',
    ),
    Code(
        "Y008",
        "Có tham chiếu *",
        "Dấu * đứng đầu giá trị là một lệnh của định dạng YAML (nhắc lại chỗ khác).",
        "Đặt cả giá trị trong dấu nháy, hoặc bỏ dấu *. Muốn gạch đầu dòng thì dùng dấu - .",
        "results: *Chi đoàn đã có lịch họp lệ.",
        "results: Chi đoàn đã có lịch họp lệ.",
    ),
    Code(
        "Y009",
        "Lồng nhau quá sâu",
        "Khóa trong khóa trong khóa… quá 12 tầng. Không bản ghi nào cần sâu như vậy; thường là "
        "thụt vào nhầm.",
        "Cho các khóa cùng cấp thẳng hàng với nhau; xem mẫu của loại bản ghi đó.",
        "topics: [[[[[[[[[[[[ky-nang]]]]]]]]]]]]",
        "topics: [ky-nang]",
    ),
    Code(
        "Y010",
        "Quá nhiều mục",
        "Tệp có quá nhiều khóa và mục để là một bản ghi.",
        "Tách thành nhiều bản ghi.",
        "topics: (hàng nghìn mục)",
        "topics: [ky-nang, viec-lam]",
    ),
    Code(
        "Y011",
        "Khóa ghi hai lần",
        "Cùng một khóa đứng hai lần trong cùng một nhóm, máy không biết lấy giá trị nào.",
        "Giữ một dòng, xóa dòng kia. Nhiều mục thì ghi thành danh sách dưới một khóa.",
        "venue: Ấp 3\nvenue: Ấp 4",
        "venue: Ấp 3 và ấp 4",
    ),
    Code(
        "Y012",
        "Có phép gộp <<",
        "Khóa << là một lệnh của định dạng YAML (chép các khóa ở chỗ khác vào). Bản ghi phải đọc "
        "được ngay tại chỗ.",
        "Xóa dòng <<, chép đủ các khóa cần có vào đây.",
        "turnout:\n  <<: *hom-qua\n  members: 20",
        "turnout:\n  members: 20\n  youth: 35",
    ),
    Code(
        "Y013",
        "Nhiều bản ghi trong một tệp",
        "Trong tệp có dòng --- ngăn thành nhiều phần. Mỗi tệp chỉ chứa một bản ghi.",
        "Bỏ dòng ---; phần phía sau để vào một tệp khác.",
        "content: Dự sinh hoạt chi đoàn.\n---\ndate: 2019-05-21",
        "content: Dự sinh hoạt chi đoàn.",
    ),
    Code(
        "Y014",
        "Tệp trống hoặc không có khóa nào",
        "Tệp không có gì, hoặc không mở đầu bằng một dòng “khóa: giá trị”.",
        "Điền các khóa, hoặc xóa tệp. Sau dấu hai chấm phải có một dấu cách.",
        "date:2019-05-20",
        "date: 2019-05-20",
    ),
    Code(
        "Y015",
        "Tên khóa không phải là một từ",
        "Chỗ của tên khóa lại là một danh sách hoặc một nhóm, thường vì dòng mở đầu bằng dấu ?, [ "
        "hoặc {.",
        "Bỏ dấu đó ở đầu dòng. Nếu đó là nội dung thì đặt trong dấu nháy.",
        "[venue]: Ấp 3",
        "venue: Ấp 3",
    ),
    Code(
        "Y016",
        "Có dòng chỉ thị %",
        "Dòng mở đầu bằng % là một chỉ thị của định dạng YAML; bản ghi không dùng đến.",
        "Xóa dòng mở đầu bằng %.",
        "%YAML 1.1\n---\ndate: 2019-05-20",
        "date: 2019-05-20",
    ),
    Code(
        "Y017",
        "Bài viết thiếu phần đầu",
        "Bài viết phải mở đầu bằng dòng ---, rồi các khóa như title, date, lead, rồi một dòng --- "
        "nữa; thân bài viết bên dưới.",
        "Thêm hai dòng --- và các khóa vào đầu tệp.",
        "Sáng ngày 20/5, đoàn công tác đã đến thăm…",
        "---\ntitle: Tăng cường đi công tác cơ sở\n…\n---\nSáng ngày 20/5, đoàn công tác đã đến…",
    ),
    Code(
        "Y018",
        "Không đọc được tệp",
        "Tệp không cho đọc, hoặc không phải là một tệp thường, chẳng hạn một liên kết tắt "
        "(shortcut) trỏ đi nơi khác.",
        "Thay liên kết bằng chính tệp đó, hoặc tải tệp lên lại.",
        "records/members/le-van-ba.yml → ../noi-khac/le-van-ba.yml",
        "records/members/le-van-ba.yml",
    ),
)
