//! What is imported is read back: the clauses of the portal say letter by letter what the document
//! says.

mod beside;
#[path = "../../tests/suite/word.rs"]
mod word;

use std::sync::Arc;

use word::{RELATIONS, zip};

use super::document::{Block, Count, Document, Words};
use super::kinds::OtherKind;
use super::{NotRead, PackageError, document, identity, markdown};
use crate::diagnostic::{Report, Source};
use crate::language::Language;
use crate::markdown::{label_length, plan_text};
use crate::portal::{Block as Shown, ListItem, PlanText};

const PARTS: &str = r#"<Relationships><Relationship Type="http://x/styles" Target="styles.xml"/><Relationship Type="http://x/numbering" Target="numbering.xml"/><Relationship Type="http://x/footnotes" Target="footnotes.xml"/></Relationships>"#;

fn part(name: &str, inside: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><w:{name} xmlns:w="urn:w" xmlns:m="urn:m" xmlns:wp="urn:wp" xmlns:a="urn:a" xmlns:mc="urn:mc">{inside}</w:{name}>"#
    )
}

/// A document with this body, and with these parts beside it.
fn docx(body: &str, styles: &str, numbering: &str, footnotes: &str) -> Document {
    let parts = [
        ("word/document.xml", part("document", &format!("<w:body>{body}</w:body>"))),
        ("word/styles.xml", part("styles", styles)),
        ("word/numbering.xml", part("numbering", numbering)),
        ("word/footnotes.xml", part("footnotes", footnotes)),
    ];
    let parts: Vec<(&str, &str)> =
        parts.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let all = [&[("_rels/.rels", RELATIONS), ("word/_rels/document.xml.rels", PARTS)][..], &parts]
        .concat();
    document(&zip(&all)).expect("a document")
}

fn body(body: &str) -> Document {
    docx(body, "", "", "")
}

/// A paragraph with properties.
fn p(properties: &str, text: &str) -> String {
    format!(
        "<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>"
    )
}

fn listed(list: usize, level: usize, text: &str) -> String {
    p(&format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>"), text)
}

fn level(index: usize, format: &str, text: &str) -> String {
    format!(
        r#"<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/></w:lvl>"#
    )
}

fn lines(document: &Document) -> Vec<String> {
    let line = |block: &Block| match block {
        Block::Paragraph(paragraph) => {
            let sign = paragraph.bullet.map_or_else(String::new, |sign| format!("{sign} "));
            vec![format!("{sign}{}", paragraph.words.settled().text())]
        }
        Block::Table(rows) => rows
            .iter()
            .map(|row| row.iter().map(|cell| cell.settled().text()).collect::<Vec<_>>().join(" | "))
            .collect(),
    };
    document.blocks.iter().flat_map(line).collect()
}

/// What a document says: a line for each paragraph, cell and note, labels parted from what stands
/// behind them.
fn said(document: &Document) -> Vec<String> {
    let mut said = Vec::new();
    let plain = |words: &Words| words.settled().text();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => {
                let text = plain(&paragraph.words);
                let text = if paragraph.bullet.is_none() {
                    markdown::bullet(&text).map_or(text.clone(), |(_, rest)| rest.to_owned())
                } else {
                    text
                };
                said.push(text);
            }
            Block::Table(rows) => said.extend(rows.iter().flatten().map(plain)),
        }
    }
    let notes = document.notes.iter().flatten().map(plain);
    said.into_iter().chain(notes).map(parted).filter(|line| !line.is_empty()).collect()
}

fn parted(line: String) -> String {
    let length = label_length(&line).unwrap_or(0);
    format!("{} {}", line[..length].trim(), line[length..].trim()).trim().to_owned()
}

/// What the clauses of a plan's text show, in the same form.
fn shown(plan: &PlanText) -> Vec<String> {
    fn items(plan: &PlanText, list: &[ListItem], shown: &mut Vec<String>) {
        for item in list {
            shown.push(plan.unit(item.unit).text.clone());
            items(plan, &item.children, shown);
        }
    }
    let mut shown: Vec<String> = plan.title.iter().cloned().collect();
    for clause in &plan.clauses {
        let head = clause.head.map_or("", |head| &plan.unit(head).text);
        shown.push(format!("{} {head}", clause.label).trim().to_owned());
        for block in &clause.blocks {
            match block {
                Shown::Paragraph(unit) => shown.push(plan.unit(*unit).text.clone()),
                Shown::List(list) => items(plan, list, &mut shown),
                Shown::Table(table) => {
                    shown.extend(
                        table
                            .header
                            .iter()
                            .chain(table.rows.iter().flat_map(|row| &row.cells))
                            .map(|cell| plan.unit(*cell).text.clone()),
                    );
                }
            }
        }
    }
    shown.into_iter().map(parted).filter(|line| !line.is_empty()).collect()
}

/// Holds what the portal shows against what the document says, and gives the Markdown between them.
fn holds(mut document: Document) -> String {
    let identity = identity::take(&mut document);
    let text = markdown::markdown(&document, identity.title_at, identity.closing_at);
    let mut report = Report::default();
    let plan = plan_text(
        &Arc::new(Source { path: "plan.vi.md".into(), text: text.clone() }),
        Language::Vi,
        &mut report,
    );
    let (said, shown) = (said(&document), shown(&plan));
    let differs = said.iter().zip(&shown).find(|(said, shown)| said != shown);
    assert_eq!((differs, said.len()), (None, shown.len()), "{text}");
    assert!(report.is_empty(), "{:?}\n{text}", report.sorted());
    text
}

#[test]
fn runs_tabs_breaks_and_tracked_changes_are_one_paragraph() {
    let document = body(concat!(
        "<w:p><w:r><w:t>Tra\u{309}i</w:t></w:r><w:r><w:t xml:space=\"preserve\"> \
         nghiệm</w:t><w:tab/><w:t>48,</w:t><w:softHyphen/><w:t>5%</w:t></w:r>",
        "<w:ins><w:r><w:br/><w:t>mới</w:t></w:r></w:ins><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>",
        "<w:hyperlink><w:r><w:t xml:space=\"preserve\"> liên kết</w:t></w:r></w:hyperlink>",
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> REF a \
         </w:instrText></w:r><w:r><w:fldChar \
         w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r>",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:rPr><w:caps/></w:rPr><w:t \
         xml:space=\"preserve\"> đến năm</w:t></w:r></w:p>",
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">Đầu và \
         </w:t></w:r></w:p><w:p><w:r><w:t>cuối.</w:t></w:r></w:p>",
    ));
    assert_eq!(lines(&document), ["Trải nghiệm 48,5% mới liên kết1 ĐẾN NĂM", "Đầu và cuối."]);
    assert_eq!((document.remarks.of(Count::Deleted), document.remarks.of(Count::Hidden)), (1, 1));
    assert_eq!(holds(document), "Trải nghiệm 48,5% mới liên kết1 ĐẾN NĂM\n\nĐầu và cuối.\n");
}

#[test]
fn numbers_that_word_sets_are_counted_as_word_counts_them() {
    let levels = [
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%2."),
        level(2, "decimal", "%2.%3."),
        level(3, "lowerLetter", "%4)"),
        level(4, "bullet", "-"),
        level(5, "bullet", "+"),
        level(6, "bullet", "\u{f0b7}"),
    ];
    let numbering = format!(
        "<w:abstractNum w:abstractNumId=\"0\">{}</w:abstractNum><w:num \
         w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num \
         w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride \
         w:ilvl=\"3\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>",
        levels.concat()
    );
    let paragraphs = [
        listed(1, 0, "MỤC TIÊU"),
        listed(1, 1, "Chung"),
        listed(1, 2, "Mầm non"),
        listed(1, 3, "Một"),
        listed(1, 3, "Hai"),
        listed(2, 3, "Đếm lại từ đầu"),
        listed(2, 3, "Tiếp"),
        listed(1, 4, "Gạch"),
        listed(1, 5, "Cộng"),
        listed(1, 6, "Tròn"),
        listed(1, 2, "Phổ thông"),
        listed(1, 1, "Cụ thể"),
        listed(1, 2, "Đếm lại dưới mục mới"),
        listed(0, 0, "Không số"),
        listed(1, 0, "GIẢI PHÁP"),
        listed(1, 1, "Một"),
    ];
    let document = docx(&paragraphs.concat(), "", &numbering, "");
    assert_eq!(
        lines(&document),
        [
            "I. MỤC TIÊU",
            "1. Chung",
            "1.1. Mầm non",
            "a) Một",
            "b) Hai",
            "a) Đếm lại từ đầu",
            "b) Tiếp",
            "- Gạch",
            "+ Cộng",
            "- Tròn",
            "1.2. Phổ thông",
            "2. Cụ thể",
            "2.1. Đếm lại dưới mục mới",
            "Không số",
            "II. GIẢI PHÁP",
            "1. Một",
        ]
    );
    assert_eq!(
        (document.remarks.of(Count::ComputedLabels), document.remarks.of(Count::Bullets)),
        (12, 1)
    );
    let text = holds(document);
    assert!(text.starts_with("## I. MỤC TIÊU\n\n1. Chung\n\n1.1. Mầm non\n\na) Một\n"), "{text}");
    assert!(text.contains("\n\n- Gạch\n+ Cộng\n- Tròn\n\n1.2. Phổ thông\n"), "{text}");
}

#[test]
fn styles_give_numbers_capitals_and_headings() {
    let styles = concat!(
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"/>",
        "<w:style w:type=\"paragraph\" w:styleId=\"Base\"><w:pPr><w:numPr><w:numId \
         w:val=\"7\"/></w:numPr><w:outlineLvl \
         w:val=\"0\"/></w:pPr><w:rPr><w:caps/></w:rPr></w:style>",
        "<w:style w:type=\"paragraph\" w:styleId=\"Heading2\"><w:basedOn \
         w:val=\"Base\"/></w:style>",
        "<w:style w:type=\"paragraph\" w:styleId=\"Ring\"><w:basedOn w:val=\"Ring\"/></w:style>",
    );
    let level = "<w:lvl w:ilvl=\"0\"><w:start w:val=\"4\"/><w:numFmt \
                 w:val=\"decimal\"/><w:pStyle w:val=\"Base\"/><w:lvlText w:val=\"Điều \
                 %1.\"/></w:lvl>";
    let numbering = format!(
        "<w:abstractNum w:abstractNumId=\"3\">{level}</w:abstractNum><w:num \
         w:numId=\"7\"><w:abstractNumId w:val=\"3\"/></w:num>"
    );
    let paragraphs = [
        p("<w:pStyle w:val=\"Heading2\"/>", "Phê duyệt"),
        p("<w:pStyle w:val=\"Ring\"/>", "Thường"),
        p("<w:pStyle w:val=\"Heading2\"/>", "Thi hành"),
    ];
    let document = docx(&paragraphs.concat(), styles, &numbering, "");
    assert_eq!(holds(document), "## Điều 4. PHÊ DUYỆT\n\nThường\n\n## Điều 5. THI HÀNH\n");
}

#[test]
fn a_number_of_an_unknown_form_is_said_and_waits_to_be_filled_in() {
    let numbering = format!(
        "<w:abstractNum w:abstractNumId=\"0\">{}</w:abstractNum><w:num \
         w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
        level(0, "cardinalText", "%1.")
    );
    let document = docx(&listed(1, 0, "Mục tiêu"), "", &numbering, "");
    assert_eq!(lines(&document), ["‹điền số thứ tự in ở đây› Mục tiêu"]);
    assert_eq!(document.remarks.look_at.len(), 1);
}

#[test]
fn tables_keep_their_grid_and_tables_of_layout_are_taken_apart() {
    let cell = |properties: &str, text: &str| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p("", text))
    };
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    let table = [
        row(&[cell("", "TT"), cell("", "Chỉ tiêu"), cell("<w:gridSpan w:val=\"2\"/>", "Năm")]),
        row(&[
            cell("<w:vMerge w:val=\"restart\"/>", "1"),
            cell("", "Biết chữ | đọc"),
            cell("", "95,4"),
            format!("<w:tc>{}{}</w:tc>", p("", "a*"), p("", "b")),
        ]),
        row(&[cell("<w:vMerge/>", ""), cell("", "Đi học"), cell("", "")]),
    ];
    let letterhead =
        row(&[cell("", "UBND TỈNH MẪU"), cell("", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")]);
    let document = body(&format!(
        "<w:tbl>{letterhead}</w:tbl>{}<w:tbl>{}</w:tbl><w:p/>",
        p("", "I. A"),
        table.concat()
    ));
    assert_eq!(document.remarks.of(Count::MergedCells), 2);
    assert_eq!(
        holds(document),
        "UBND TỈNH MẪU\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n## I. A\n\n| TT | Chỉ tiêu | \
         Năm | |\n|---|---|---|---|\n| 1 | Biết chữ \\| đọc | 95,4 | a\\* b |\n| | Đi học | | \
         |\n"
    );
}

#[test]
fn footnotes_and_text_boxes_are_carried_over_and_pictures_and_equations_told() {
    let footnotes = concat!(
        "<w:footnote w:type=\"separator\" \
         w:id=\"0\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>",
        "<w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/><w:t xml:space=\"preserve\"> Quyết \
         định số 5/QĐ-TTg.</w:t></w:r></w:p><w:p><w:r><w:t>Đoạn \
         hai.</w:t></w:r></w:p></w:footnote>",
    );
    let content = concat!(
        "<w:p><w:r><w:t>Đạt 5%</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:t \
         xml:space=\"preserve\"> số trường.</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>Hình:</w:t><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>Trong \
         khung</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice>",
        "<mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>Trong \
         khung</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
        "<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>",
        "<w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>",
    );
    let document = docx(content, "", "", footnotes);
    let told: Vec<&str> = document.remarks.look_at.iter().map(|told| told.en.as_str()).collect();
    assert_eq!(
        told,
        [
            "a picture behind “Hình:” could not be carried over",
            "an equation behind “Hình:” could not be carried over"
        ]
    );
    assert_eq!(
        holds(document),
        "Đạt 5%[^1] số trường.\n\nHình:\n\nTrong khung\n\n‹điền công thức in ở đây›\n\n[^1]: \
         Quyết định số 5/QĐ-TTg.\n\n    Đoạn hai.\n"
    );
}

#[test]
fn what_markdown_would_take_for_signs_is_shown_as_it_stands() {
    let hostile = [
        "# Không phải đề mục #",
        "* Mục tiêu **đậm** _nghiêng_ `mã`",
        "> trích",
        "2025. Tầm nhìn",
        "0) không",
        "1. - gạch trong mục",
        "2. 3. hai số",
        "- 5. số trong gạch",
        "- - hai gạch",
        "+ # thăng",
        "---",
        "***",
        "===",
        "~~~ rào",
        "``` rào",
        "[^1] và [liên kết](http://a.vn) ![hình](a.png)",
        "[^1]: không phải chú thích",
        "<b>không phải HTML</b> <http://a.vn> &amp; &lt; &#65; R&D",
        "| a | b |",
        "|---|---|",
        "a\\*b \\\\ \\",
        "x < y > z & w",
        "1.",
        "I.",
        "a)",
        "(1)",
        "Điều 1.",
        "1.Sở Y tế",
        "12345678901. dài",
        "    thụt vào",
        "-5 độ",
        "+84 là mã",
        ": nghĩa",
        "$x$ {#a} ^b^ ~c~ ==d==",
        "| --- |",
        "- [ ] việc",
        "- [x] xong",
        "Kết\\",
    ];
    let paragraphs: String = hostile
        .iter()
        .map(|line| p("", &line.replace('&', "&amp;").replace('<', "&lt;")))
        .collect();
    holds(body(&paragraphs));
    for line in hostile {
        let line = line.replace('&', "&amp;").replace('<', "&lt;");
        let cell = format!("<w:tc>{}</w:tc>", p("", &line));
        holds(body(&format!(
            "{}<w:tbl><w:tr>{cell}{cell}</w:tr><w:tr>{cell}{cell}</w:tr></w:tbl>",
            p("", "I. A")
        )));
        let note = format!("<w:footnote w:id=\"2\">{}{}</w:footnote>", p("", &line), p("", &line));
        holds(docx(
            &format!(
                "{}<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p>",
                p("", &line)
            ),
            "",
            "",
            &note,
        ));
        holds(body(&p("", &format!("<w:b/>I. {line}"))));
    }
}

#[test]
fn text_of_any_signs_holds() {
    // Every pair and triple of the signs that mean something, between letters and alone.
    let signs = [
        "*", "_", "`", "[", "]", "(", ")", "<", ">", "#", "+", "-", "|", "\\", "!", "~", ":", "1.",
        "^", "&amp;", " ", "a", "đ)",
    ];
    for first in signs {
        let lines: String = signs
            .iter()
            .flat_map(|second| signs.iter().map(move |third| format!("{first}{second}{third}")))
            .map(|line| {
                p("", &line.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"))
            })
            .collect();
        holds(body(&lines));
    }
}

#[test]
fn what_is_no_document_is_refused() {
    let whole =
        zip(&[("_rels/.rels", RELATIONS), ("word/document.xml", &part("document", "<w:body/>"))]);
    assert!(document(&whole).is_ok());
    for length in 0..whole.len() {
        // Broken off anywhere: refused, and no panic.
        assert!(length < 4 || document(&whole[..length]).is_err());
    }
    for at in 0..whole.len() {
        let mut changed = whole.clone();
        changed[at] ^= 0xff;
        let _ = document(&changed);
    }
    let of = |text: &str| {
        document(&zip(&[("_rels/.rels", RELATIONS), ("word/document.xml", text)]))
            .map(|document| lines(&document))
    };
    assert_eq!(of("<w:document"), Err(NotRead::Malformed));
    assert_eq!(
        of("<!DOCTYPE d [<!ENTITY a \
            \"aaaa\">]><document><body><p><r><t>&a;</t></r></p></body></document>"),
        Err(NotRead::Malformed)
    );
    let deep = format!(
        "<document><body>{}{}</body></document>",
        "<ins>".repeat(100_000),
        "</ins>".repeat(100_000)
    );
    assert_eq!(of(&deep), Err(NotRead::Malformed));
    assert_eq!(of("<other/>"), Err(NotRead::NoText));
    let font = "<document><body><p><r><rPr><rFonts \
                ascii=\".VnTime\"/></rPr><t>TØnh</t></r></p></body></document>";
    assert_eq!(of(font), Err(NotRead::LegacyFont(".VnTime".to_owned())));
    assert_eq!(document(&zip(&[])).err(), Some(NotRead::NotUtf8));
    assert_eq!(document(b"%PDF-1.7").err(), Some(NotRead::Other(OtherKind::Pdf)));
    let old = [0xd0, 0xcf, 0x11, 0xe0, 0];
    assert_eq!(document(&old).err(), Some(NotRead::Other(OtherKind::OldOffice)));
    assert_eq!(document(&[0xff, 0xfe, 0x41]).err(), Some(NotRead::NotUtf8));
}

#[test]
fn a_part_that_grows_beyond_its_limit_is_refused() {
    let bytes = zip(&[("_rels/.rels", &" ".repeat(70 << 20))]);
    assert!(bytes.len() < 1 << 20, "it is small until it is unpacked");
    assert_eq!(document(&bytes).err(), Some(NotRead::Package(PackageError::TooLarge)));
}

#[test]
fn the_texts_of_this_repository_hold_as_copied_text() {
    let content = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let plans = walkdir::WalkDir::new(content)
        .sort_by_file_name()
        .into_iter()
        .map(|entry| entry.expect("an entry"));
    let texts: Vec<String> = plans
        .filter(|entry| entry.file_name() == "plan.vi.md")
        .map(|entry| std::fs::read_to_string(entry.path()).expect("a text"))
        .collect();
    assert!(!texts.is_empty());
    for text in texts {
        // Once as it is, with the signs of Markdown as signs; once without them and broken into
        // lines of sixty letters.
        holds(document(text.as_bytes()).expect("a document"));
        let plain = text.replace(['#', '*', '|', '\\'], "").replace("[^", "(");
        let mut broken = String::new();
        for line in plain.lines() {
            let mut width = 0;
            for word in line.split_whitespace() {
                width += word.chars().count() + 1;
                broken.push_str(if width > 60 { "\n" } else { " " });
                broken.push_str(word);
                width = if width > 60 { word.chars().count() } else { width };
            }
            broken.push_str("\n\n");
        }
        let read = document(broken.as_bytes()).expect("a document");
        let letters =
            |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
        assert_eq!(letters(&lines(&read).concat()), letters(&broken), "no letter is lost");
        holds(read);
    }
}

#[test]
fn a_table_wider_than_any_is_taken_apart_and_told() {
    let cell = "<w:tc><w:tcPr><w:gridSpan \
                w:val=\"4000000000\"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>";
    let document =
        body(&format!("<w:tbl><w:tr>{}</w:tr><w:tr>{cell}{cell}</w:tr></w:tbl>", cell.repeat(3)));
    assert_eq!(
        (lines(&document).concat(), document.remarks.look_at.len()),
        ("aaaaa".to_owned(), 1)
    );
}

#[test]
fn a_table_in_a_cell_becomes_one_of_its_own_and_is_told() {
    let cell = |inside: &str| format!("<w:tc>{inside}</w:tc>");
    let table = |rows: &[&[&str]]| {
        let row = |cells: &&[&str]| {
            format!("<w:tr>{}</w:tr>", cells.iter().map(|inside| cell(inside)).collect::<String>())
        };
        format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<String>())
    };
    let word = |text: &str| p("", text);
    let inner = table(&[&[&word("Thôn Thượng"), &word("2")], &[&word("Thôn Hạ"), &word("3")]]);
    let outer = table(&[
        &[&word("Địa bàn"), &word("Trường")],
        &[&format!("{}{inner}", word("Xã Mẫu")), &word("7")],
    ]);
    let document = body(&outer);
    let shown = lines(&document);
    assert!(
        shown.iter().any(|line| line.contains("Xã Mẫu") && !line.contains("Thôn")),
        "{shown:?}"
    );
    assert!(shown.iter().any(|line| line.contains("Thôn Hạ") && !line.contains('7')), "{shown:?}");
    assert_eq!(document.remarks.look_at.len(), 1);
}

#[test]
fn a_value_that_is_merged_over_columns_is_told() {
    let cell = |span: usize, text: &str| {
        format!("<w:tc><w:tcPr><w:gridSpan w:val=\"{span}\"/></w:tcPr>{}</w:tc>", p("", text))
    };
    let row = |cells: &[(usize, &str)]| {
        format!(
            "<w:tr>{}</w:tr>",
            cells.iter().map(|(span, text)| cell(*span, text)).collect::<String>()
        )
    };
    let head = format!(
        "{}{}",
        row(&[(1, "Chỉ tiêu"), (2, "Kế hoạch (%)")]),
        row(&[(1, ""), (1, "2028"), (1, "2030")])
    );
    let document = body(&format!(
        "<w:tbl>{head}{}{}</w:tbl>",
        row(&[(1, "Hộ nghèo"), (1, "5"), (1, "4")]),
        row(&[(1, "Trường"), (2, "80")])
    ));
    assert_eq!(
        document.remarks.look_at.len(),
        1,
        "the head may be merged, the value may not: {:?}",
        document.remarks.look_at
    );
}
