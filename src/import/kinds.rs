//! What a file is, by its bytes and never by its name: a Word document, a text, or of another
//! program, which is said with the way out.

use std::borrow::Cow;

use crate::language::Localized;

/// What is neither a `.docx` nor a text, and can be made one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherKind {
    Pdf,
    /// A Word file of the old form, or any file of Office with a password.
    OldOffice,
    /// A text of LibreOffice.
    Writer,
    /// A table of Excel or LibreOffice.
    Table,
    Slides,
    Book,
    /// An archive that is none of these.
    Archive,
    /// A web page, whatever its name ends in.
    WebPage,
    /// A web page with its pictures in one file.
    WebArchive,
    RichText,
    /// A Word document as one file of XML.
    WordXml,
}

/// The kind of a file, where its first bytes say it.
pub fn by_beginning(bytes: &[u8]) -> Option<OtherKind> {
    let is = |beginning: &[u8]| bytes.starts_with(beginning);
    match () {
        () if is(b"%PDF") => Some(OtherKind::Pdf),
        () if is(&[0xd0, 0xcf, 0x11, 0xe0]) => Some(OtherKind::OldOffice),
        () if is(b"{\\rtf") => Some(OtherKind::RichText),
        () => None,
    }
}

/// A text in UTF-8, or in UTF-16 where its mark of byte order says so (Notepad's *Unicode*).
pub fn text(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let units = |rest: &[u8], of: fn([u8; 2]) -> u16| {
        let (pairs, odd) = rest.as_chunks::<2>();
        odd.is_empty().then(|| pairs.iter().map(|pair| of(*pair)).collect::<Vec<u16>>())
    };
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => {
            Cow::Owned(String::from_utf16(&units(rest, u16::from_le_bytes)?).ok()?)
        }
        [0xfe, 0xff, rest @ ..] => {
            Cow::Owned(String::from_utf16(&units(rest, u16::from_be_bytes)?).ok()?)
        }
        _ => Cow::Borrowed(std::str::from_utf8(bytes).ok()?),
    };
    (!text.contains('\0')).then_some(text)
}

/// What is written in the signs of another program, though its bytes are a text.
pub fn of_text(text: &str) -> Option<OtherKind> {
    /// So much of a file holds its headers.
    const HEAD: usize = 2_000;
    /// So many tags are no chance.
    const FEWEST_TAGS: usize = 3;
    let text = text.trim_start_matches(|first: char| first.is_whitespace() || first == '\u{feff}');
    if text.starts_with("{\\rtf") {
        return Some(OtherKind::RichText);
    }
    let head: String = text.chars().take(HEAD).collect::<String>().to_ascii_lowercase();
    let has_header = |name: &str| head.lines().any(|line| line.starts_with(name));
    if has_header("mime-version:") && has_header("content-type:") {
        return Some(OtherKind::WebArchive);
    }
    if head.starts_with("<?xml") && (head.contains(":worddocument") || head.contains("pkg:package"))
    {
        return Some(OtherKind::WordXml);
    }
    let is_page = head.starts_with("<!doctype html") || head.starts_with("<html");
    (is_page || closing_tags(text).take(FEWEST_TAGS).count() == FEWEST_TAGS)
        .then_some(OtherKind::WebPage)
}

/// `</p>`, wherever one stands.
fn closing_tags(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices("</").map(|(at, _)| at).filter(|at| {
        let rest = &text[at + 2..];
        let name = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        name > 0 && rest[name..].starts_with('>')
    })
}

impl OtherKind {
    /// What it is, and what to do.
    pub fn advice(self) -> Localized<&'static str> {
        let (vi, en) = match self {
            OtherKind::Pdf => (
                "đây là tệp PDF; hãy dùng tệp Word (.docx) của văn bản, hoặc chép chữ trong PDF \
                 ra một tệp .txt (UTF-8)",
                "this is a PDF; use the document's Word file (.docx), or copy the text of the \
                 PDF into a .txt file (UTF-8)",
            ),
            OtherKind::OldOffice => (
                "đây là tệp Word dạng cũ (.doc) hoặc có mật khẩu; hãy mở bằng Word, bỏ mật khẩu \
                 và lưu thành .docx",
                "this is a Word file of the old form (.doc) or with a password; open it in \
                 Word, take the password away and save it as .docx",
            ),
            OtherKind::Writer => (
                "đây là văn bản của LibreOffice (.odt); hãy mở bằng LibreOffice hoặc Word và \
                 lưu thành .docx",
                "this is a text of LibreOffice (.odt); open it in LibreOffice or Word and save \
                 it as .docx",
            ),
            OtherKind::Table => (
                "đây là bảng tính (.xlsx, .ods), không phải văn bản; số liệu thì điền vào \
                 results.yaml, còn văn bản thì dùng tệp Word (.docx)",
                "this is a spreadsheet (.xlsx, .ods), not a document; type its figures into \
                 results.yaml, and for the document use its Word file (.docx)",
            ),
            OtherKind::Slides => (
                "đây là tệp trình chiếu (.pptx); hãy dùng tệp Word (.docx) của văn bản",
                "these are slides (.pptx); use the document's Word file (.docx)",
            ),
            OtherKind::Book => (
                "đây là sách điện tử (.epub); hãy dùng tệp Word (.docx) của văn bản, hoặc chép \
                 chữ ra một tệp .txt (UTF-8)",
                "this is an e-book (.epub); use the document's Word file (.docx), or copy its \
                 text into a .txt file (UTF-8)",
            ),
            OtherKind::Archive => (
                "đây là tệp nén (.zip), không phải tệp Word; hãy giải nén và chọn tệp .docx \
                 trong đó",
                "this is an archive (.zip), not a Word file; unpack it and choose the .docx in it",
            ),
            OtherKind::WebPage => (
                "đây là trang web (HTML), dù tên tệp ghi khác; hãy mở bằng Word và lưu thành \
                 .docx",
                "this is a web page (HTML), whatever its name ends in; open it in Word and save \
                 it as .docx",
            ),
            OtherKind::WebArchive => (
                "đây là trang web lưu thành một tệp (.mht); hãy mở bằng Word và lưu thành .docx",
                "this is a web page saved as one file (.mht); open it in Word and save it as .docx",
            ),
            OtherKind::RichText => (
                "đây là tệp RTF, dù tên tệp ghi khác; hãy mở bằng Word và lưu thành .docx",
                "this is an RTF file, whatever its name ends in; open it in Word and save it as \
                 .docx",
            ),
            OtherKind::WordXml => (
                "đây là văn bản Word dạng XML (.xml); hãy mở bằng Word và lưu thành .docx",
                "this is a Word document as XML (.xml); open it in Word and save it as .docx",
            ),
        };
        Localized::new(vi, en)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_another_program_wrote_is_told_from_text() {
        for (written, kind) in [
            ("<!DOCTYPE html>\n<title>x</title>", OtherKind::WebPage),
            ("  <HTML><body>Đạt 5%", OtherKind::WebPage),
            ("<div><p>Đạt <b>5%</b></p><p>Hết</p></div>", OtherKind::WebPage),
            ("{\\rtf1\\ansi Ke hoach}", OtherKind::RichText),
            (
                "From: <Saved>\nMIME-Version: 1.0\nContent-Type: text/html\n\n<p>",
                OtherKind::WebArchive,
            ),
            ("<?xml version=\"1.0\"?><w:wordDocument>", OtherKind::WordXml),
        ] {
            assert_eq!(of_text(written), Some(kind), "{written}");
        }
        for text in ["I. MỤC TIÊU\nTỷ lệ < 5%, > 3%.\n", "Gõ <b>chữ đậm</b> trong trang.\n", ""]
        {
            assert_eq!(of_text(text), None, "{text}");
        }
    }

    #[test]
    fn texts_of_notepad_are_read_in_each_of_its_forms() {
        let units = |of: fn(u16) -> [u8; 2]| {
            "\u{feff}Tỷ lệ".encode_utf16().flat_map(of).collect::<Vec<u8>>()
        };
        for bytes in [units(u16::to_le_bytes), units(u16::to_be_bytes), "Tỷ lệ".into()] {
            assert_eq!(text(&bytes).as_deref(), Some("Tỷ lệ"));
        }
        assert_eq!(
            (text(&[0xff, 0xfe, 0x41]), text(&[0x41, 0x00]), text(&[0xe1])),
            (None, None, None)
        );
    }
}
