"""The year in one article, and the round-ups of months and quarters."""

from __future__ import annotations

from datetime import date

from samples.news.article import Article

_CATEGORY = "Đi công tác cơ sở"

YEAR_END = Article(
    slug="mot-nam-di-co-so-theo-chu-truong-1-2",
    title="Một năm cán bộ Đoàn về ấp, khóm theo chủ trương 1+2",
    day=date(2020, 1, 10),
    lead="""
        Căn cứ Hướng dẫn số 03-HD/TWĐTN-BTC ngày 21/3/2018 của Ban Bí thư Trung ương Đoàn về chế độ
        đi công tác cơ sở của cán bộ đoàn cấp Trung ương và cấp tỉnh giai đoạn 2018 – 2022, cùng Quy
        định số 784-QĐ/TU ngày 10/5/2016 của Ban Thường vụ Tỉnh ủy Trà Vinh về dự sinh hoạt định kỳ
        ở cơ sở, Ban Thường vụ Tỉnh đoàn đã ban hành Kế hoạch số 53-KH/TĐTN-TC-KT ngày 26/4/2018 để
        các Ủy viên Ban Chấp hành chuyên trách thường xuyên về với chi đoàn, nghe việc ở cơ sở và
        cùng cơ sở gỡ việc khó.
    """,
    author="Lâm Hồng Đào",
    department="TC-KT",
    visits=("2019-04-12-an-truong-a",),
    period="2019",
    category=_CATEGORY,
    tags=("chủ trương 1+2", "sinh hoạt chi đoàn", "tổng kết năm"),
    cover="2019/2019-04-12-an-truong-a.jpg",
    body="""
        Ngay từ đầu năm, mỗi Ủy viên Ban Chấp hành chuyên trách đăng ký kế hoạch riêng, bảo đảm ít
        nhất 60 ngày công tác cơ sở, có địa bàn và nội dung cho từng tháng. Công việc trải rộng: dự
        các đoàn kiểm tra, giám sát định kỳ và chuyên đề; cùng cơ sở xây dựng đô thị văn minh, nông
        thôn mới; củng cố chi đoàn, nâng chất lượng đoàn viên; khảo sát đời sống, việc làm của thanh
        niên; có mặt trong hội trại tòng quân, Tháng Thanh niên và những tuần tình nguyện hè.

        Phần việc được làm nhiều nhất, và cũng được cơ sở chờ nhất, là dự sinh hoạt chi đoàn ấp,
        khóm. Trong năm, các đồng chí đã dự {{ year(2019).branch_meetings }} buổi họp lệ, phần lớn
        vào buổi tối hay ngày nghỉ, lúc đoàn viên rảnh tay. Nhiều buổi được ghép theo cụm để các chi
        đoàn ít người vẫn đông vui, như tối {{ visit(2019-04-12-an-truong-a).date }} ở xã An Trường
        A, huyện Càng Long.

        Tại các buổi họp, cán bộ tỉnh không đọc tài liệu thay cơ sở mà cùng bàn: phong trào nào hợp
        với ấp, làm sao đưa Nghị quyết Đại hội Đoàn thành việc cụ thể, tìm nguồn đoàn viên mới ở
        đâu, ai đủ sức giới thiệu để Đảng xem xét, kết nạp. Chương trình Rèn luyện đoàn viên, chuyên
        đề học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh, cách đổi mới buổi sinh
        hoạt đều được góp ý ngay tại chỗ. Chuyện tư tưởng, việc làm của thanh niên và những vướng
        mắc được ghi lại; điều thuộc thẩm quyền thì trả lời, điều vượt quá thì chuyển lên cấp có
        thẩm quyền.

        Các chuyến đi đã đến {{ year(2019).communes_covered }} xã, phường, thị trấn ở cả chín huyện,
        thị xã, thành phố. Vẫn còn nơi chưa tới lượt, và số ngày giữa các đồng chí chưa đều: người
        đi ít nhất được {{ year(2019).min_days }} ngày, mức giữa là {{ year(2019).median_days }}
        ngày. Đây là điều Ban Thường vụ lưu ý khi duyệt kế hoạch năm mới.

        Kết thúc năm 2019, {{ year(2019).population }} đồng chí Ủy viên Ban Chấp hành chuyên trách
        đã có tổng cộng {{ year(2019).total_days }} ngày công tác cơ sở, trung bình mỗi đồng chí
        {{ year(2019).mean_days }} ngày; {{ year(2019).reached }} đồng chí đạt chỉ tiêu.
    """,
)

MARCH = Article(
    slug="thang-thanh-nien-ve-voi-co-so",
    title="Tháng Thanh niên 2019: cán bộ tỉnh có mặt từ công trình đến buổi họp lệ",
    day=date(2019, 4, 3),
    lead="""
        Suốt tháng 3, các Ủy viên Ban Chấp hành chuyên trách Tỉnh đoàn chia nhau về các huyện, thị
        xã, thành phố, vừa cùng làm công trình thanh niên, vừa giữ lịch dự sinh hoạt chi đoàn.
    """,
    author="Phạm Minh Nhựt",
    department="Phong trào",
    visits=("2019-03-02-ham-giang",),
    period="2019-03",
    category=_CATEGORY,
    tags=("Tháng Thanh niên", "công trình thanh niên"),
    cover="2019/2019-03-02-ham-giang-2.jpg",
    body="""
        Mở đầu là buổi ra quân ngày {{ visit(2019-03-02-ham-giang).date }} tại xã Hàm Giang, huyện
        Trà Cú, nơi đoàn viên người Kinh, người Khmer cùng đổ bê tông con lộ mà bà con mong đã lâu.
        Sau đó, nhiều xã chọn việc nhỏ, làm nhanh: trồng cây ven lộ, thắp sáng đường quê, sửa sân
        chơi cho thiếu nhi.

        Điểm khác so với những năm trước là cán bộ tỉnh ở lại sau giờ làm. Buổi tối, các đồng chí
        dự họp lệ cùng chi đoàn, nghe chuyện kết nạp đoàn viên mới dịp 26/3, chuyện thanh niên đi
        làm xa và cách giữ sinh hoạt khi chỉ còn ít người ở nhà.

        Trong tháng có {{ period(2019-03).visits }} chuyến đi cơ sở với
        {{ period(2019-03).participations }} lượt cán bộ, đến {{ period(2019-03).units }} đơn vị,
        trong đó có {{ period(2019-03).branch_meetings }} buổi dự sinh hoạt chi đoàn.
    """,
)

FIRST_HALF = Article(
    slug="sau-thang-dau-nam-di-co-so",
    title="Sáu tháng đầu năm: đi sớm, ghi kỹ, trả lời đến nơi",
    day=date(2019, 7, 10),
    lead="""
        Nhìn lại nửa năm thực hiện kế hoạch đi công tác cơ sở, Ban Thường vụ Tỉnh đoàn ghi nhận nền
        nếp dự sinh hoạt chi đoàn đã rõ hơn, đồng thời nhắc việc báo cáo sau mỗi chuyến đi.
    """,
    author="Lâm Hồng Đào",
    department="TC-KT",
    period="2019-H1",
    category=_CATEGORY,
    tags=("sơ kết", "chủ trương 1+2"),
    body="""
        Từ đầu năm đến hết tháng 6, các đồng chí đã thực hiện {{ period(2019-H1).visits }} chuyến đi
        với {{ period(2019-H1).total_days }} ngày công tác cơ sở. Nội dung tập trung vào hội trại
        tòng quân, Tháng Thanh niên, kiểm tra chuyên đề quý II, khảo sát thanh niên vùng ven biển và
        đợt kiểm tra giữa năm.

        ## Điều cơ sở nói nhiều

        - Đoàn viên đi làm ăn xa, chi đoàn khó họp đủ.
        - Chỗ sinh hoạt và kinh phí của chi đoàn còn thiếu.
        - Thanh niên muốn học nghề gần nhà, vay vốn không quá phiền.

        Phần lớn ý kiến được trả lời ngay trong buổi làm việc; số còn lại được chuyển đến cấp huyện,
        xã hoặc ngành liên quan, có hẹn ngày. Các Ban của Tỉnh đoàn theo dõi để báo lại cho chi
        đoàn.

        Tính chung nửa năm, {{ period(2019-H1).population }} đồng chí đã dự
        {{ period(2019-H1).branch_meetings }} buổi sinh hoạt chi đoàn ấp, khóm.
    """,
)

THIRD_QUARTER = Article(
    slug="quy-ba-mua-he-va-nhung-chi-doan-vung-xa",
    title="Quý III: mùa hè tình nguyện và những chi đoàn vùng xa",
    day=date(2019, 10, 5),
    lead="""
        Mưa nhiều, đường khó, song quý III lại là quãng cán bộ Tỉnh đoàn đi nhiều nhất: theo chân
        chiến sĩ tình nguyện hè rồi trở lại các chi đoàn khi năm học mới bắt đầu.
    """,
    author="Thạch Thị Kiều",
    department="Tuyên giáo",
    visits=("2019-07-12-hoa-minh", "2019-08-15-nhiet-dien-duyen-hai"),
    period="2019-Q3",
    category=_CATEGORY,
    tags=("tình nguyện hè", "vùng ven biển"),
    cover="2019/2019-07-12-hoa-minh.jpg",
    body="""
        Cù lao Hòa Minh, các xã ven biển Duyên Hải, vùng trồng màu Cầu Ngang là những nơi được chọn
        đến trước. Ở đó, mỗi chuyến đi gói cả ba việc: làm cùng đội hình tình nguyện, họp với chi
        đoàn buổi tối, ghi lại nguyện vọng của thanh niên.

        Cũng trong quý, Tỉnh đoàn bắt đầu gặp thanh niên công nhân ngay tại nơi làm việc. Buổi gặp
        ngày {{ visit(2019-08-15-nhiet-dien-duyen-hai).date }} mở ra việc kết nghĩa giữa chi đoàn
        doanh nghiệp và chi đoàn ấp.

        Quý III có {{ period(2019-Q3).visits }} chuyến đi, {{ period(2019-Q3).total_days }} ngày
        công tác cơ sở, đến {{ period(2019-Q3).units }} đơn vị; các đồng chí dự {{
        period(2019-Q3).branch_meetings }} buổi họp lệ.
    """,
)

NOVEMBER = Article(
    slug="thang-muoi-mot-kiem-tra-cuoi-nam",
    title="Tháng kiểm tra cuối năm: chấm điểm ít, góp ý nhiều",
    day=date(2019, 12, 5),
    lead="""
        Đợt kiểm tra công tác đoàn và phong trào thanh thiếu niên cuối năm được làm gọn: xem hồ sơ
        buổi sáng, xuống chi đoàn buổi chiều, thống nhất việc cần sửa ngay trong ngày.
    """,
    author="Lâm Hồng Đào",
    department="TC-KT",
    visits=("2019-11-19-tieu-can",),
    period="2019-11",
    category=_CATEGORY,
    tags=("kiểm tra", "thi đua"),
    cover="2019/2019-11-19-tieu-can.jpg",
    body="""
        Các đoàn kiểm tra năm nay dành nhiều thời gian cho cơ sở hơn cho báo cáo. Ở huyện Tiểu Cần,
        đoàn đi cùng cán bộ huyện đến từng nơi được phúc tra, hỏi đoàn viên về những việc đã ghi
        trong sổ. Cách làm này giúp điểm tự chấm sát với thực tế.

        Bên cạnh kiểm tra, lịch dự họp lệ vẫn được giữ. Chuyện được bàn nhiều là tổng kết chi đoàn,
        nguồn đoàn viên ưu tú giới thiệu cho Đảng và chuẩn bị đón thanh niên về quê dịp Tết.

        Trong tháng, {{ period(2019-11).population }} đồng chí có
        {{ period(2019-11).total_days }} ngày công tác cơ sở qua {{ period(2019-11).visits }} chuyến
        đi, với {{ period(2019-11).branch_meetings }} buổi sinh hoạt chi đoàn.
    """,
)

JANUARY = Article(
    slug="thang-gieng-xuan-tinh-nguyen",
    title="Những chuyến đi đầu năm 2020: đem Tết đến sớm với chi đoàn xa",
    day=date(2020, 2, 5),
    lead="""
        Trước Tết Canh Tý, các Ủy viên Ban Chấp hành chuyên trách tranh thủ từng ngày để dự hội nghị
        của cấp dưới, cùng chi đoàn làm Xuân tình nguyện và hỏi thăm thanh niên vừa về quê.
    """,
    author="Phạm Minh Nhựt",
    department="Phong trào",
    visits=("2019-12-30-long-vinh",),
    period="2020-01",
    category=_CATEGORY,
    tags=("Xuân tình nguyện", "Tết"),
    cover="2019/2019-12-30-long-vinh.jpg",
    body="""
        Chuyến đi bắt cầu qua hai năm ở xã Long Vĩnh, huyện Duyên Hải, từ {{
        visit(2019-12-30-long-vinh).date }} đến {{ visit(2019-12-30-long-vinh).end_date }}, mở đầu
        cho đợt Xuân tình nguyện. Sau đó là những buổi dọn vệ sinh đường làng, sơn sửa nhà văn hóa,
        gói bánh cùng bà con.

        Nhiều chi đoàn họp lệ sớm để kịp gặp bạn bè đi làm xa. Các bạn kể chuyện việc làm, chuyện
        nhà trọ, và hỏi cách giữ sinh hoạt Đoàn nơi cư trú mới. Cán bộ tỉnh ghi lại đầu mối để nối
        các bạn với tổ chức Đoàn nơi làm việc.

        Tháng đầu năm có {{ period(2020-01).visits }} chuyến đi cơ sở với {{
        period(2020-01).total_days }} ngày công tác, {{ period(2020-01).branch_meetings }} buổi dự
        sinh hoạt chi đoàn.
    """,
)

ROUND_UPS = (MARCH, FIRST_HALF, THIRD_QUARTER, NOVEMBER, JANUARY)
