//! What an author may type in Vietnamese for a word of a fixed list, which is English.

use crate::language::text::fold;

/// The word of the list that the typed one means.
pub fn meant(typed: &str, choices: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    let typed = fold(typed);
    let meant = |choice: &&str| {
        MEANINGS
            .iter()
            .any(|(word, names)| word == choice && names.iter().any(|name| fold(name) == typed))
    };
    choices.into_iter().find(meant)
}

const MEANINGS: &[(&str, &[&str])] = &[
    ("true", &["có", "đúng", "yes"]),
    ("false", &["không", "sai", "no"]),
    ("province", &["tỉnh"]),
    ("city", &["thành phố"]),
    ("commune", &["xã"]),
    ("ward", &["phường"]),
    ("special_zone", &["đặc khu"]),
    ("draft", &["dự thảo", "bản dự thảo"]),
    ("signed", &["ký", "đã ký", "đã ban hành", "ban hành"]),
    ("superseded", &["đã được thay thế", "đã bị thay thế", "bị thay thế", "hết hiệu lực"]),
    ("edition", &["bản biên tập", "biên tập"]),
    ("official", &["chính thức", "bản chính thức", "văn bản ký", "nguyên văn"]),
    ("whole", &["đủ", "đầy đủ"]),
    ("pending", &["chưa có", "chờ", "đang chờ"]),
    ("target", &["mục tiêu", "chỉ tiêu"]),
    ("baseline", &["hiện trạng", "xuất phát", "số liệu gốc"]),
    ("result", &["kết quả"]),
    ("deadline", &["hạn chót", "thời hạn"]),
    ("based_on", &["căn cứ"]),
    ("implements", &["thực hiện", "triển khai"]),
    ("replaces", &["thay thế"]),
    ("amended_by", &["được sửa đổi", "được sửa đổi bởi"]),
    ("detailed_by", &["được cụ thể hóa", "được chi tiết hóa"]),
    ("up", &["tăng"]),
    ("down", &["giảm"]),
];
