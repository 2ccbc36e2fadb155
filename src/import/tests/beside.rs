//! What stands in a Word file beside plain words: raised figures, struck words, signs of fonts,
//! numbers without words, line breaks, tables of contents, headers, fonts of before Unicode.

use super::*;
use crate::language::Localized;

/// A run with properties.
fn r(properties: &str, text: &str) -> String {
    format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

fn told(document: &Document) -> Vec<&str> {
    document.remarks.look_at.iter().map(|told: &Localized| told.en.as_str()).collect()
}

#[test]
fn a_no_break_space_at_the_edge_of_a_run_is_a_space() {
    let document = body(
        "<w:p><w:r><w:t>Khoản 3.\u{a0}</w:t></w:r><w:r><w:t>\n Giảm \
         </w:t></w:r><w:r><w:t>\u{a0}còn\u{2003}</w:t></w:r><w:r><w:t>7,2</w:t></w:r><w:r><w:t>\u{a0}%</w:t></w:r></w:p>",
    );
    assert_eq!(lines(&document), ["Khoản 3. Giảm còn 7,2 %"]);
}

#[test]
fn raised_and_lowered_figures_never_join_the_figure_before() {
    let above = "<w:vertAlign w:val=\"superscript\"/>";
    let document = body(&format!(
        "<w:p>{}{}{}{}{}{}</w:p><w:p>{}{}{}</w:p>",
        r("", "Rộng 1.500 m"),
        r(above, "2"),
        r("", ", vốn 3 x 10"),
        r("<w:position w:val=\"8\"/>", "9"),
        r("", " đồng, H"),
        r("<w:vertAlign w:val=\"subscript\"/>", "2"),
        r("<w:position w:val=\"6\"/>", "Cả dòng 12 này nhích lên"),
        r("", " nhiệt độ 30"),
        r(above, "oC"),
    ));
    assert_eq!(
        lines(&document),
        ["Rộng 1.500 m², vốn 3 x 10⁹ đồng, H₂", "Cả dòng 12 này nhích lên nhiệt độ 30°C"]
    );
    assert_eq!(document.remarks.of(Count::Raised), 4);
    assert_eq!(told(&document).len(), 1, "the raised C: {:?}", told(&document));
}

#[test]
fn the_style_of_a_run_raises_too_and_a_mark_typed_behind_words_own_is_one_mark() {
    let styles = "<w:style w:type=\"character\" w:styleId=\"Up\"><w:rPr><w:vertAlign \
                  w:val=\"superscript\"/></w:rPr></w:style>";
    let note = "<w:footnote w:id=\"2\"><w:p><w:r><w:t>Theo sổ.</w:t></w:r></w:p></w:footnote>";
    let content = format!(
        "<w:p>{}{}<w:r><w:footnoteReference w:customMarkFollows=\"1\" \
         w:id=\"2\"/><w:t>4</w:t></w:r>{}</w:p>",
        r("", "Đạt 61"),
        r("<w:rStyle w:val=\"Up\"/>", "3"),
        r("", " trường")
    );
    let document = docx(&content, styles, "", note);
    assert_eq!(holds(document), "Đạt 61³[^1] trường\n\n[^1]: Theo sổ.\n");
}

#[test]
fn struck_words_are_left_out_and_told() {
    let document = body(&format!(
        "<w:p>{}{}{}</w:p>",
        r("", "Còn "),
        r("<w:dstrike/>", "12 xã"),
        r("", "9 xã")
    ));
    assert_eq!(lines(&document), ["Còn 9 xã"]);
    assert_eq!(told(&document), ["the struck words “12 xã” behind “Còn” were not carried over"]);
}

#[test]
fn letters_of_the_font_symbol_are_written_and_others_asked_for() {
    let symbol = "<w:rFonts w:ascii=\"Symbol\" w:hAnsi=\"Symbol\"/>";
    let wingdings = "<w:rFonts w:ascii=\"Wingdings\" w:hAnsi=\"Wingdings\"/>";
    let document = body(&format!(
        "<w:p>{}{}<w:r><w:sym w:font=\"Symbol\" w:char=\"F0B1\"/></w:r>{}{}</w:p><w:p>{}{}</w:p>",
        r("", "Tỷ lệ "),
        r(symbol, "\u{f0a3}"),
        r("", " 4,5% "),
        r(wingdings, "\u{f0fc}"),
        r(wingdings, "\u{f0d8}"),
        r("", " Xây mới 3 trường"),
    ));
    assert_eq!(lines(&document), ["Tỷ lệ ≤± 4,5% ‹điền ký hiệu in ở đây›", "• Xây mới 3 trường"]);
    assert_eq!((told(&document).len(), document.remarks.of(Count::Bullets)), (1, 1));
    let copied = document_of("A. VIỆC\n\u{f0a7} Một việc\n\u{f02d} Hai việc\nDưới \u{f0e0} 5%\n");
    assert_eq!(
        lines(&copied),
        ["A. VIỆC", "• Một việc", "• Hai việc Dưới ‹điền ký hiệu in ở đây› 5%"]
    );
}

fn document_of(text: &str) -> Document {
    document(text.as_bytes()).expect("a document")
}

#[test]
fn numbers_without_words_stand_in_cells_and_are_told_elsewhere() {
    let numbering = format!(
        "<w:abstractNum w:abstractNumId=\"0\">{}</w:abstractNum><w:num \
         w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
        level(0, "decimalZero", "%1")
    );
    let cell = |inside: &str| format!("<w:tc>{inside}</w:tc>");
    let row =
        |name: &str| format!("<w:tr>{}{}</w:tr>", cell(&listed(1, 0, "")), cell(&p("", name)));
    let table = format!(
        "<w:tbl><w:tr>{}{}</w:tr>{}{}</w:tbl>",
        cell(&p("", "TT")),
        cell(&p("", "Thôn")),
        row("Nà Lìn"),
        row("Bản Thí")
    );
    let content = format!("{}{table}{}", p("", "Các thôn:"), listed(1, 0, ""));
    let document = docx(&content, "", &numbering, "");
    assert_eq!(lines(&document), ["Các thôn:", "TT | Thôn", "01 | Nà Lìn", "02 | Bản Thí"]);
    assert_eq!(told(&document).len(), 1, "the third number stands alone: {:?}", told(&document));
}

#[test]
fn a_list_typed_with_line_breaks_is_a_list() {
    let document = body(
        "<w:p><w:r><w:t>Gồm 3 việc:</w:t><w:br/><w:t>+ Rà soát;</w:t><w:br/><w:t>b) Sửa \
         chữa</w:t><w:br/><w:t>phòng học;</w:t><w:cr/><w:t>Giai đoạn 2026</w:t><w:br/><w:t>- \
         2030.</w:t></w:r></w:p><w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>ĐỀ \
         ÁN</w:t><w:br/><w:t>Mở lớp</w:t></w:r></w:p>",
    );
    assert_eq!(
        lines(&document),
        [
            "Gồm 3 việc:",
            "+ Rà soát;",
            "b) Sửa chữa phòng học;",
            "Giai đoạn 2026 - 2030.",
            "ĐỀ ÁN",
            "Mở lớp"
        ]
    );
    let cell = "<w:tc><w:p><w:r><w:t>1. Một;</w:t><w:br/><w:t>2. Hai</w:t></w:r></w:p></w:tc>";
    let table = body(&format!("<w:tbl><w:tr>{cell}{cell}</w:tr><w:tr>{cell}{cell}</w:tr></w:tbl>"));
    assert_eq!(lines(&table)[0], "1. Một; 2. Hai | 1. Một; 2. Hai");
}

#[test]
fn a_table_of_contents_is_left_out_by_its_field_its_styles_or_its_look() {
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let by_field = format!(
        "<w:p>{}<w:r><w:instrText> TOC \\o \"1-3\" \
         </w:instrText></w:r>{}{}</w:p><w:p>{}{}</w:p><w:p>{}{}</w:p>",
        field("begin"),
        field("separate"),
        r("", "A. TÌNH HÌNH 3"),
        r("", "B. GIẢI PHÁP 9"),
        field("end"),
        r("", "A. TÌNH HÌNH"),
        r("", " năm 2026"),
    );
    assert_eq!(lines(&body(&by_field)), ["A. TÌNH HÌNH năm 2026"]);
    let styles =
        "<w:style w:type=\"paragraph\" w:styleId=\"Mucluc1\"><w:name w:val=\"toc 1\"/></w:style>";
    let by_style = format!(
        "{}{}{}",
        p("", "Mục lục"),
        p("<w:pStyle w:val=\"Mucluc1\"/>", "A. TÌNH HÌNH"),
        p("", "A. TÌNH HÌNH")
    );
    let document = docx(&by_style, styles, "", "");
    assert_eq!(
        (lines(&document), document.remarks.of(Count::Contents)),
        (vec!["A. TÌNH HÌNH".to_owned()], 2)
    );
}

#[test]
fn a_font_of_before_unicode_is_found_wherever_it_is_named() {
    let font = "<w:rPr><w:rFonts w:ascii=\".VnTimeH\" w:hAnsi=\".VnTimeH\"/></w:rPr>";
    let of_theme =
        "<w:rPr><w:rFonts w:asciiTheme=\"minorHAnsi\" w:hAnsiTheme=\"minorHAnsi\"/></w:rPr>";
    let named = |kind: &str, id: &str, more: &str| {
        format!("<w:style w:type=\"{kind}\" w:styleId=\"{id}\">{more}</w:style>")
    };
    let theme = "<a:theme xmlns:a=\"urn:a\"><a:fontScheme><a:minorFont><a:latin \
                 typeface=\"VNI-Times\"/></a:minorFont></a:fontScheme></a:theme>";
    let parts = "<Relationships><Relationship Type=\"http://x/styles\" \
                 Target=\"styles.xml\"/><Relationship Type=\"http://x/theme\" \
                 Target=\"theme.xml\"/></Relationships>";
    let refused = |properties: &str, run: &str, styles: &str| {
        let content = format!(
            "<w:body><w:p><w:pPr>{properties}</w:pPr><w:r>{run}<w:t>Häc</w:t></w:r></w:p></w:body>"
        );
        let (content, styles) = (part("document", &content), part("styles", styles));
        document(&zip(&[
            ("_rels/.rels", RELATIONS),
            ("word/_rels/document.xml.rels", parts),
            ("word/document.xml", &content),
            ("word/styles.xml", &styles),
            ("word/theme.xml", theme),
        ]))
        .err()
    };
    let old = Some(NotRead::LegacyFont(".VnTimeH".to_owned()));
    let defaults =
        |font: &str| format!("<w:docDefaults><w:rPrDefault>{font}</w:rPrDefault></w:docDefaults>");
    assert_eq!(refused("", "", &defaults(font)), old);
    let base = format!(
        "{}{}",
        named("paragraph", "A", font),
        named("paragraph", "B", "<w:basedOn w:val=\"A\"/>")
    );
    assert_eq!(refused("<w:pStyle w:val=\"B\"/>", "", &base), old);
    let of_run = named("character", "C", font);
    assert_eq!(refused("", "<w:rPr><w:rStyle w:val=\"C\"/></w:rPr>", &of_run), old);
    assert_eq!(
        refused("", "", &defaults(of_theme)),
        Some(NotRead::LegacyFont("VNI-Times".to_owned()))
    );
    assert_eq!(refused("", "<w:rPr><w:rFonts w:hAnsi=\"Arial\"/></w:rPr>", &defaults(font)), None);
}

#[test]
fn letters_of_before_unicode_are_refused_whatever_their_font() {
    let font = "<w:rFonts w:ascii=\"Thu Phap\" w:hAnsi=\"Thu Phap\"/>";
    let word = |text: &str| {
        document(&zip(&[
            ("_rels/.rels", RELATIONS),
            (
                "word/document.xml",
                &part("document", &format!("<w:body><w:p>{}</w:p></w:body>", r(font, text))),
            ),
        ]))
        .err()
    };
    let old = |text: &str| Some(NotRead::OldLetters(text.to_owned()));
    assert_eq!(word("N©ng cao chÊt l\u{ad}îng gi¸o dôc"), old("N©ng cao chÊt l\u{ad}îng gi¸o dôc"));
    let copied = |text: &str| document(text.as_bytes()).err();
    assert_eq!(
        copied("Naâng cao chaát löôïng giaùo duïc vaø ñaøo taïo"),
        old("Naâng cao chaát löôïng giaùo duïc vaø ñaøo taïo")
    );
    assert_eq!(copied("Nâng cao chất lượng giáo dục và đào tạo"), None);
}

#[test]
fn headers_footers_and_comments_are_told() {
    let parts = "<Relationships><Relationship Type=\"http://x/header\" \
                 Target=\"header1.xml\"/><Relationship Type=\"http://x/footer\" \
                 Target=\"footer1.xml\"/><Relationship Type=\"http://x/comments\" \
                 Target=\"comments.xml\"/></Relationships>";
    let read = document(&zip(&[
        ("_rels/.rels", RELATIONS),
        ("word/_rels/document.xml.rels", parts),
        ("word/document.xml", &part("document", &format!("<w:body>{}</w:body>", p("", "Chữ")))),
        ("word/header1.xml", &part("hdr", &format!("{}{}", p("", "Tài liệu họp"), p("", "3")))),
        ("word/footer1.xml", &part("ftr", &p("", "Trang 7"))),
        ("word/comments.xml", &part("comments", "<w:comment/><w:comment/>")),
    ]))
    .expect("a document");
    assert_eq!(read.margins, ["Trang 7", "Tài liệu họp"]);
    assert_eq!((lines(&read).len(), read.remarks.of(Count::Comments)), (1, 2));
}

#[test]
fn archives_of_other_programs_are_named() {
    let kind = |parts: &[(&str, &str)]| document(&zip(parts)).err();
    let other = |kind| Some(NotRead::Other(kind));
    assert_eq!(
        kind(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<a/>")]),
        other(OtherKind::Writer)
    );
    assert_eq!(
        kind(&[("_rels/.rels", RELATIONS), ("xl/workbook.xml", "<a/>")]),
        other(OtherKind::Table)
    );
    assert_eq!(kind(&[("ppt/presentation.xml", "<a/>")]), other(OtherKind::Slides));
    assert_eq!(
        kind(&[("mimetype", "application/epub+zip"), ("a.xhtml", "<a/>")]),
        other(OtherKind::Book)
    );
    assert_eq!(kind(&[("van-ban.docx", "x")]), other(OtherKind::Archive));
}
