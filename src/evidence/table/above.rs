//! The lines around a table or list: caption, lead-in, the line with the unit, notes below.

/// Whether a paragraph says something of the table behind it, and does not only stand before it.
pub fn leads_into_table(text: &str) -> bool {
    const POINTERS: [&str; 12] = [
        "dưới đây",
        "sau đây",
        "như sau",
        "biểu",
        "bảng",
        "phụ lục",
        "below",
        "following",
        "as follows",
        "table",
        "appendix",
        "annex",
    ];
    const ATTACHED: [&str; 5] =
        ["kèm theo", "ban hành kèm theo", "attached", "issued with", "enclosed"];
    let text = text.trim();
    let lower = text.to_lowercase();
    // `(Kèm theo Kế hoạch ... ngày ...)`: its day is that of the document.
    if ATTACHED.iter().any(|opening| lower.trim_start_matches(['(', ' ']).starts_with(opening)) {
        return false;
    }
    is_unit_line(text)
        || !text.ends_with(['.', ';', '!', '?'])
        || POINTERS.iter().any(|pointer| lower.contains(pointer))
}

/// `Đơn vị tính: %`, `(Unit: billion dong)`.
pub fn is_unit_line(text: &str) -> bool {
    let text = text.trim_start_matches(['(', ' ', '*']).to_lowercase();
    ["đơn vị tính", "đơn vị", "đvt", "unit"].iter().any(|opening| text.starts_with(opening))
}

/// `Ghi chú: ...`, `(*) ...`, `Legend: ...`: a line under a table that says something of its
/// values.
pub fn is_table_note(text: &str) -> bool {
    const NOTES: [&str; 9] = [
        "ghi chú",
        "chú thích",
        "chú giải",
        "lưu ý",
        "giải thích",
        "note",
        "legend",
        "remark",
        "key",
    ];
    let text = text.trim_start();
    let lower = text.to_lowercase();
    const POINTING: [&str; 12] = [
        "các chỉ tiêu trên",
        "các chỉ tiêu tại bảng",
        "các chỉ tiêu nêu trên",
        "bảng trên",
        "trên đây",
        "số liệu trên",
        "các số liệu trên",
        "chỉ tiêu trên",
        "the targets above",
        "the table above",
        "the above",
        "these targets",
    ];
    let points = POINTING
        .iter()
        .any(|pointer| crate::evidence::words::find(&lower, 0..lower.len(), pointer).is_some());
    points
        || text.starts_with(['*', '(']) && !is_unit_line(text)
        || NOTES.iter().any(|note| lower.trim_start_matches(['(', '*', '_']).starts_with(note))
}

/// `Các mức sau đây là của năm 2025.`: whether a paragraph or bullet says something of what stands
/// behind it.
pub fn leads_on(text: &str) -> bool {
    const POINTERS: &[&str] = &[
        "như sau",
        "sau đây",
        "dưới đây",
        "tiếp theo",
        "tiếp sau",
        "kể sau",
        "listed below",
        "given below",
        "the following targets",
        "the following levels",
        "the following figures",
        "the following work",
        "the following tasks",
        "the following indicators",
        "targets below",
        "levels below",
        "figures below",
        "as follows",
        "named next",
        "listed next",
        "what follows",
        "that follow",
    ];
    let last = crate::evidence::words::last_sentence(text).to_lowercase();
    let ending = last.trim_end_matches(['.', ':', ';', ' ']);
    let has =
        |pointer: &&str| crate::evidence::words::find(&last, 0..last.len(), pointer).is_some();
    POINTERS.iter().any(has) || ending.ends_with(" sau") || ending.ends_with(" below")
}
