//! The lines right before a table: its caption, its lead-in, the line with its unit.

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
