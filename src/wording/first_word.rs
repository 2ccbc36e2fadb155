//! The first letter of an author's words where they stand inside a sentence: `tỷ lệ huy động ...`,
//! but `Olympic quốc tế`.
//!
//! No program knows every name there is: `Khmer`, `Quốc hội`, `English`. So a capital becomes small
//! only before words that are certainly no names, and a capital too many is kept rather than a name
//! misspelt.

/// Words that the names of indicators begin with, and that are never names; in lower case. Where
/// one word is not certain, two are given.
#[rustfmt::skip]
const VIETNAMESE: [&str; 100] = [
    "an toàn", "biên chế", "báo cáo", "bình quân", "bố trí", "chi ngân sách", "chi phí", "chi thường xuyên", "chuyển",
    "chuẩn", "chương trình", "chất lượng", "chỉ số", "chỉ tiêu", "các", "công suất", "công trình", "công việc",
    "cơ cấu", "cơ sở", "diện tích", "doanh thu", "duy trì", "dân số", "dạy", "dịch vụ", "giá trị",
    "giáo dục", "giáo viên", "giảm", "hiệu suất", "hoàn thành", "hạn", "hệ số", "học phí", "học sinh",
    "hồ sơ", "hộ nghèo", "khoảng cách", "không", "khối lượng", "kế hoạch", "lao động", "lượng", "mạng lưới",
    "mật độ", "mặt bằng", "mọi", "mỗi", "một", "mục tiêu", "mức", "nghiên cứu", "nguồn",
    "ngân sách", "người", "nhiệm vụ", "nhân lực", "năng lực", "năng suất", "phòng học", "phần", "phổ biến",
    "phổ cập", "quy hoạch", "quy mô", "sinh viên", "sĩ số", "sản lượng", "số", "thanh niên", "thanh, thiếu niên",
    "thu nhập", "thành lập", "thí điểm", "thời gian", "thời lượng", "trung tâm", "trường", "trẻ", "tuyển",
    "tuổi thọ", "tăng", "tỉ", "tốc độ", "tổ chức", "tổng", "tỷ", "vị trí", "vốn",
    "xây", "xóa", "điểm trường", "đào tạo", "đơn vị", "đạt", "đầu tư", "độ", "đội ngũ",
    "đủ",
];
#[rustfmt::skip]
const ENGLISH: [&str; 164] = [
    "a", "access", "all", "an", "annual", "area", "attendance", "average", "boarding",
    "border", "budget", "building", "buildings", "capacity", "centres", "children", "class", "classes",
    "classrooms", "college", "communes", "community", "completion", "compulsory", "construction", "cost", "costs",
    "coverage", "data", "database", "deadline", "density", "digital", "drop-out", "dropout", "each",
    "early", "education", "educational", "employment", "enough", "enrolment", "every", "expenditure", "financial",
    "forest", "founding", "full", "general", "girls", "graduates", "graduation", "growth", "health",
    "high", "higher", "households", "human", "illiteracy", "income", "index", "infant", "kindergarten",
    "leadership", "learning", "length", "libraries", "life", "literacy", "local", "lower", "malnutrition",
    "managers", "mean", "median", "minimum", "mortality", "new", "newly", "nine", "non-public",
    "number", "numbers", "nursery", "one", "online", "output", "parents", "people", "per",
    "percentage", "permanent", "pilot", "places", "planned", "planning", "population", "poverty", "preschool",
    "preschools", "primary", "private", "proportion", "provincial", "public", "pupil", "pupils", "rate",
    "rates", "ratio", "repetition", "research", "rooms", "rural", "satellite", "school", "school-age",
    "schools", "secondary", "semi-boarding", "share", "shares", "size", "solid", "spending", "staff",
    "staffing", "standard", "standing", "student", "students", "support", "surface", "teacher", "teachers",
    "teaching", "technical", "tertiary", "textbooks", "the", "time", "total", "training", "transition",
    "transport", "tuition", "two", "unemployment", "units", "universal", "university", "upper", "urban",
    "use", "vocational", "volume", "water", "women", "workers", "yearly", "years", "yield",
    "young", "youth",
];

/// The words of an author as they stand inside a sentence.
pub fn in_sentence(text: &str) -> String {
    let small = text.to_lowercase();
    let begins = |word: &&str| {
        small.strip_prefix(word).is_some_and(|rest| {
            rest.chars().next().is_none_or(|next| !next.is_alphanumeric() && next != '-')
        })
    };
    if VIETNAMESE.iter().chain(&ENGLISH).any(begins) { lower_first(text) } else { text.to_owned() }
}

/// The text with a small first letter, for use inside a sentence; kept where it begins with an
/// abbreviation or a name.
pub fn lower_first(text: &str) -> String {
    let mut words = text.split(' ');
    let first = words.next().unwrap_or_default();
    let is_abbreviation = first.chars().skip(1).any(char::is_uppercase);
    let is_name = words.next().is_some_and(|second| second.starts_with(char::is_uppercase));
    if is_abbreviation || is_name {
        return text.to_owned();
    }
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |letter| letter.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_certainly_no_name_gets_a_small_letter() {
        for (name, expected) in [
            ("Tỷ lệ huy động trẻ nhà trẻ", "tỷ lệ huy động trẻ nhà trẻ"),
            ("Số trường xây mới", "số trường xây mới"),
            ("Share of pupils", "share of pupils"),
            ("Upper secondary graduation rate", "upper secondary graduation rate"),
            ("Trường Cao đẳng Lạng Sơn", "Trường Cao đẳng Lạng Sơn"),
        ] {
            assert_eq!(in_sentence(name), expected);
        }
    }

    #[test]
    fn a_name_keeps_its_capital() {
        for name in [
            "Quốc hội họp trực tuyến",
            "Khmer ngữ",
            "Olympic quốc tế",
            "Internet băng rộng",
            "Việt Nam học",
            "Vietnamese studies taught",
            "English taught early",
            "Khmer language",
            "Olympic medals",
            "Hanoi",
            "Số-hóa",
            "eGov reach",
            "5G coverage",
            "",
        ] {
            assert_eq!(in_sentence(name), name);
        }
    }
}
