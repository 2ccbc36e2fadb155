//! What the YAML parser says, in Vietnamese.

/// The parser's finding, where it is one that people make; `None` for the rare ones.
pub fn in_vietnamese(said: &str) -> Option<&'static str> {
    FINDINGS.iter().find(|(words, _)| said.contains(words)).map(|(_, vietnamese)| *vietnamese)
}

/// Words of the parser's message; of two that both stand in one, the first counts.
const FINDINGS: &[(&str, &str)] = &[
    ("tab", "có phím Tab trong phần thụt lề; YAML chỉ nhận dấu cách"),
    ("quoted scalar, found unexpected", "một giá trị mở ngoặc kép mà thiếu dấu ngoặc kép đóng"),
    (
        "invalid indentation in quoted scalar",
        "một giá trị mở ngoặc kép mà thiếu dấu ngoặc kép đóng (ở dòng này hoặc dòng trên)",
    ),
    (
        "unknown escape character",
        "sau dấu \\ trong ngoặc kép là một ký tự không dùng được; muốn ghi dấu \\ thì gõ \\\\",
    ),
    (
        "did not find expected ',' or '}'",
        "trong { } thiếu dấu phẩy hoặc thiếu dấu } đóng (ở dòng này hoặc dòng trên)",
    ),
    (
        "expected ',' or ']'",
        "trong [ ] thiếu dấu phẩy hoặc thiếu dấu ] đóng (ở dòng này hoặc dòng trên)",
    ),
    ("invalid indentation in flow construct", "dấu { hoặc [ ở dòng trên chưa được đóng"),
    (
        "mapping values are not allowed",
        "dấu hai chấm thừa trong một giá trị không có ngoặc kép, hoặc dòng thụt lề sai",
    ),
    ("simple key expect", "thiếu dấu hai chấm và dấu cách sau tên trường"),
    (
        "did not find expected node content",
        "thiếu một giá trị, hoặc thừa một dấu phẩy hay dấu ngoặc",
    ),
    ("misplaced bracket", "thừa một dấu đóng ngoặc"),
    ("did not find expected key", "dòng thụt lề không thẳng với các dòng cùng nhóm"),
    ("did not find expected '-' indicator", "dòng thụt lề không thẳng với các dòng cùng nhóm"),
    ("block sequence entries are not allowed", "dấu `-` không thẳng với các mục cùng danh sách"),
    ("wrongly indented line", "dòng thụt lề không thẳng với các dòng cùng nhóm"),
    ("invalid indentation", "dòng thụt lề không thẳng với các dòng cùng nhóm"),
];
