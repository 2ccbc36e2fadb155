//! The words that tables are headed and limited with, in both languages. What stands here is
//! understood; what does not is not, and where it stands in a head or beside a value, the value is
//! not read.

use crate::language::Language;
use crate::portal::{Bound, Comparator};

/// What a word makes of the value under it or beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// It changes nothing.
    Plain,
    /// `tỷ lệ`, `share`: changes nothing, unless it is the share of a plan.
    Share,
    /// What was reached.
    Reported,
    /// What is to be reached.
    Wanted,
    /// `kế hoạch`: what is to be reached; behind a share, the whole that it is taken of.
    Plan,
    Compare(Comparator),
    Change(Comparator),
    /// `tăng/giảm`: the cell does not say which way.
    EitherWay,
    /// The year or plan behind it is what the value is measured against, not its own.
    ComparedWith,
    /// A part of a year, or a beginning: the year beside it is not the whole time of the value.
    PartOfYear,
    /// `bình quân`: harmless only as the average of years.
    Average,
    /// A share of a plan, of last year's value: of another whole than the indicator's.
    OtherWhole,
    OtherPlace,
    OwnPlace,
    /// No longer in force.
    Withdrawn,
    /// Said not to be.
    Denied,
    Except,
    Condition,
    /// Not decided: proposed, one of several, for reference.
    Undecided,
}

impl Sense {
    /// Whether it takes from a value that it is proven, wherever in a name, a note or a line above
    /// the table it stands.
    pub fn turns(self) -> bool {
        use Sense::{
            Average, Condition, Denied, EitherWay, Except, OtherPlace, OtherWhole, Undecided,
            Withdrawn,
        };
        matches!(
            self,
            Withdrawn
                | Denied
                | Except
                | Condition
                | Undecided
                | OtherWhole
                | OtherPlace
                | EitherWay
                | Average
        )
    }
}

/// The words of a language with their sense.
pub fn words(language: Language) -> impl Iterator<Item = (&'static str, Sense)> {
    WORDS.iter().flat_map(move |(vi, en, sense)| {
        let forms = if language == Language::Vi { vi } else { en };
        forms.split('|').filter(|form| !form.is_empty()).map(|form| (form, *sense))
    })
}

use Comparator::{About, Above, AtLeast, AtMost, Below, IncreaseBy, ReduceBy};
use Sense::{
    Average, Change, Compare, ComparedWith, Condition, Denied, EitherWay, Except, OtherPlace,
    OtherWhole, OwnPlace, PartOfYear, Plain, Plan, Reported, Share, Undecided, Wanted, Withdrawn,
};

/// (Vietnamese, English, sense); of words that begin alike the longest is meant.
#[rustfmt::skip]
const WORDS: &[(&str, &str, Sense)] = &[
    // What heads are made of.
    (
        "năm|các năm|đến|đến năm|tới|hết|đến hết|cuối|đến cuối|vào|vào năm|trong|giai đoạn|cả \
         giai đoạn|năm học|thời kỳ|thời điểm",
        "year|years|by|in|for|at|end|by the end of|end of|to|up to|stage|period|school \
         year|whole stage|whole period",
        Plain,
    ),
    (
        "cả năm|cả|chung|của|và|các|theo|tính|là|với|được|có",
        "full year|whole year|whole|full|of|the|a|and|all|overall|to be",
        Plain,
    ),
    (
        "số|số lượng|khối lượng|tổng số|tổng|tổng cộng|tổng toàn bộ|cộng|mức|giá trị|con số|quy mô|đơn \
         vị|đơn vị tính|đvt",
        "number|total|in total|sum|level|value|values|figure|figures|how many|how \
         much|amount|quantity|volume|unit|units",
        Plain,
    ),
    (
        "nội dung|tiêu chí|tên chỉ tiêu|chỉ số|danh mục|hạng mục|công việc",
        "content|criterion|criteria|indicator|indicators|item|items|work|task|tasks",
        Plain,
    ),
    (
        "cấp học|bậc học|cấp|địa bàn|đối tượng|nhóm",
        "level of education|area|group|groups",
        Plain,
    ),
    (
        "tỷ lệ|tỉ lệ|tỷ lệ phần trăm",
        "share|rate|rates|percentage|proportion|ratio",
        Share,
    ),

    // Reported or wanted.
    (
        "thực hiện|đã thực hiện|tình hình thực hiện|kết quả|kết quả thực hiện|kết quả đạt \
         được|hiện trạng|thực trạng|thực tế|đã đạt|đạt được|đã đạt được|hiện nay|hiện \
         có|ước|ước thực hiện|ước đạt|ước tính|ước kết quả|số liệu|xuất phát điểm|năm \
         gốc|th|ước th",
        "actual|actuals|actual result|result|results|done|done in|carried \
         out|achieved|achievement|attained|reached|current|currently|present|at \
         present|today|estimate|estimated|estimates|estimated \
         result|observed|baseline|status|situation|outturn",
        Reported,
    ),
    (
        "mục tiêu|chỉ tiêu|lộ trình|lộ trình thực hiện|phân kỳ|phân kỳ thực hiện|phấn đấu|mức \
         phấn đấu|giao|được giao|tỉnh giao|chỉ tiêu giao|đạt|phải đạt|cần đạt|mục tiêu \
         đạt|nhiệm vụ|giao năm|đề ra|đặt ra",
        "target|targets|roadmap|phasing|goal|goals|objective|strive for|to strive for|level to \
         strive for|assigned|assigned by the province|to reach|to be reached|set|set for",
        Wanted,
    ),
    (
        "kế hoạch|kh|kế hoạch giao|theo kế hoạch|quy hoạch",
        "plan|planned|plans|plan for|planned for",
        Plan,
    ),

    // How the value is compared.
    (
        "tối thiểu|ít nhất|không dưới|không thấp hơn|không ít hơn|tối thiểu đạt",
        "minimum|at least|not less than|no less than|not below|not under|min",
        Compare(AtLeast),
    ),
    (
        "tối đa|không quá|không vượt quá|không vượt|nhiều nhất|không cao hơn",
        "maximum|at most|no more than|not more than|not over|not above|not exceeding|max",
        Compare(AtMost),
    ),
    (
        "trên|hơn|vượt",
        "over|above|more than|exceeding",
        Compare(Above),
    ),
    (
        "dưới|thấp hơn",
        "below|under|less than|fewer than",
        Compare(Below),
    ),
    (
        "khoảng|xấp xỉ",
        "about|around|approximately",
        Compare(About),
    ),
    (
        "tăng|tăng thêm|mức tăng|số tăng|số tăng thêm|bổ sung thêm|tăng bình quân",
        "increase|increase by|growth|gain|rise|additional|added|average increase|average \
         growth",
        Change(IncreaseBy(Bound::Exactly)),
    ),
    (
        "giảm|giảm bớt|mức giảm|số giảm|giảm thêm|giảm bình quân|mức giảm bình quân",
        "reduction|reduce|reduce by|decrease|cut|decline|fall|average reduction",
        Change(ReduceBy(Bound::Exactly)),
    ),
    (
        "tăng/giảm|tăng / giảm|tăng, giảm|tăng (+), giảm (-)|tăng (+)/giảm (-)|tăng hoặc \
         giảm|tăng giảm|chênh lệch|mức chênh lệch|biến động|thay đổi|mức thay đổi|mức cải \
         thiện|cải thiện|tốc độ|tốc độ tăng|chỉ số phát triển|phát triển so với|tăng trưởng",
        "increase/decrease|increase / decrease|increase or \
         decrease|increase/reduction|rise/fall|+/-|difference|change|changes|variation|improvement|growth \
         rate|rate of growth|pace",
        EitherWay,
    ),
    (
        "so với|so với năm|so với hiện nay|so với cùng kỳ|so cùng kỳ|so sánh với|so với đầu \
         kỳ|so với đầu năm",
        "over the year|compared with|compared to|against|relative to|on|than|versus|vs|from the \
         year|on the year|since",
        ComparedWith,
    ),

    // Times that the year beside them does not say.
    (
        "tháng|quý|nửa|nửa đầu|nửa cuối|đầu|đầu năm|giữa|giữa năm|sau|trước|từ|từ năm|kể từ|sơ \
         kết|lũy kế|luỹ kế|tầm nhìn|định hướng đến|từng năm",
        "month|months|quarter|quarters|half|first half|second \
         half|early|mid|after|before|from|starting|cumulative|vision|h1|h2|q1|q2|q3|q4",
        PartOfYear,
    ),

    // Of another whole, of another place.
    (
        "hoàn thành kế hoạch|tỷ lệ hoàn thành kế hoạch|mức độ hoàn thành|mức độ hoàn thành kế \
         hoạch|mức hoàn thành|đạt so với kế hoạch|so với kế hoạch|so với chỉ tiêu|so với mục \
         tiêu|so với tổng|% kế hoạch|% so với|% kh|tỷ trọng|cơ cấu|tỷ lệ so với|tỷ lệ đạt so \
         với|tỷ lệ thực hiện|th/kh|thực hiện/kế hoạch|chiếm",
        "fulfilment|fulfillment|fulfilment of the plan|completion of the plan|of plan|% of \
         plan|% of the plan|plan completion|share of plan|share of the plan|as a share \
         of|against the plan|against plan|compared with the \
         plan|composition|structure|actual/plan|actual / plan",
        OtherWhole,
    ),
    (
        "cả nước|toàn quốc|các tỉnh|tỉnh bạn|tỉnh khác|các tỉnh khác|lân cận|bình quân cả \
         nước|mức bình quân cả nước|các huyện|các xã khác",
        "country|whole country|national|nationwide|nation|nation-wide|neighbouring \
         provinces|other provinces|neighboring provinces",
        OtherPlace,
    ),
    (
        "toàn tỉnh|tỉnh|cả tỉnh|của tỉnh|trên địa bàn tỉnh|trên địa bàn|toàn xã|cả xã|toàn \
         phường|toàn thành phố|địa phương",
        "province|whole province|the province|of the province|province-wide|provincewide|whole \
         commune|whole city",
        OwnPlace,
    ),

    // What withdraws, limits or leaves open.
    (
        "không tiếp tục|không tiếp tục thực hiện|không còn|không còn hiệu lực|không còn áp \
         dụng|hết hiệu lực|không giao|không giao nữa|không thực hiện|không áp dụng|đưa ra \
         khỏi|đưa ra khỏi kế hoạch|đưa ra ngoài|loại khỏi|loại bỏ|bỏ khỏi|rút khỏi|bãi bỏ|hủy \
         bỏ|huỷ bỏ|dừng|tạm dừng|dừng thực hiện|ngừng|kế hoạch cũ|mục tiêu cũ|chỉ tiêu cũ|đã bị \
         thay thế|bị thay thế|trước đây",
        "no longer|no longer set|not continued|discontinued|dropped|taken \
         out|removed|withdrawn|abolished|repealed|cancelled|canceled|suspended|stopped|not in \
         force|no longer in force|not assigned|not set|not applied|not applicable|old plan|old \
         target|old targets|former|previous plan|replaced|superseded|deleted|ended",
        Withdrawn,
    ),
    (
        "không|chưa|chẳng|không phải",
        "not|no|never|without|none|neither|nor",
        Denied,
    ),
    (
        "trừ|ngoại trừ|không tính|không kể|không bao gồm|không gồm|không tính các|ngoài ra \
         không|loại trừ|chỉ tính|chỉ áp dụng|riêng",
        "except|excluding|excludes|not counted|not counting|not including|exclusive \
         of|only|other than|apart from",
        Except,
    ),
    (
        "nếu|với điều kiện|trong trường hợp|trường hợp|tùy theo|tuỳ theo|khi có|khi đủ|khi \
         được",
        "if|provided|provided that|on condition|subject to|depending on|when|unless|once",
        Condition,
    ),
    (
        "dự kiến|đề xuất|xã đề xuất|kiến nghị|phương án|kịch bản|tham khảo|định hướng|hướng \
         tới|từng bước|tiến tới|khuyến khích|xem xét|dự thảo|chưa chốt|dự báo|đang trình|chờ \
         duyệt",
        "expected|projected|projection|proposed|proposal|scenario|option|variant|for \
         reference|indicative|orientation|aspirational|encouraged|considered|draft|forecast|tentative|pending|under \
         consideration",
        Undecided,
    ),
    (
        "bình quân|trung bình|bình quân chung|mỗi|từng|bình quân mỗi|tính trên|tính bình quân",
        "average|on average|mean|each|per|yearly average|average yearly|average annual|apiece",
        Average,
    ),
];
