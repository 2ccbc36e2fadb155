//! From the signed document to the folder of a plan: a Word file or a copied text becomes
//! `plan.vi.md` word for word, what the document says of itself becomes `plan.yaml`, and each
//! figure in it a row of `targets.yaml` that waits for its indicator.

mod contents;
mod document;
mod docx;
mod identity;
mod kinds;
mod letters;
mod markdown;
mod numbering;
mod package;
mod rows;
mod styles;
mod tables;
#[cfg(test)]
mod tests;
mod text;
mod xml;

use std::path::Path;
use std::sync::Arc;

use crate::assemble;
use crate::content::{self, checksum};
use crate::diagnostic::{Report, Source};
use crate::language::{Language, Localized, cause, date::Date, text::tones_last};
use crate::markdown::plan_text;
use crate::portal::{CountUnit, Dimension};
use crate::scaffold::{self, Made, NewPlan, Refused, quoted};
use document::{Block, Document, Words};
use identity::Identity;
use kinds::OtherKind;
use package::PackageError;

/// A document that is to be a plan.
#[derive(Debug)]
pub struct Asked<'typed> {
    pub file: &'typed Path,
    /// `lang-son`, `lang-son/bang-mac`, or the folder of one.
    pub place: &'typed str,
    /// What is typed stands over what the document says.
    pub number: Option<&'typed str>,
    pub date: Option<Date>,
    pub title: Option<&'typed str>,
    pub draft: bool,
    pub slug: Option<&'typed str>,
}

/// What came of it.
#[derive(Debug)]
pub struct Imported {
    pub made: Made,
    /// What was read, joined and left out.
    pub read: Vec<Localized>,
    /// What a person must look at.
    pub look_at: Vec<Localized>,
    /// How many rows wait in `targets.yaml`.
    pub rows: usize,
}

/// Why a file says nothing that could be carried over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotRead {
    Package(PackageError),
    /// XML that is broken, or that no person's document has.
    Malformed,
    /// No text where a Word document has it.
    NoText,
    /// A font from before Unicode, in which the letters stand for others.
    LegacyFont(String),
    /// Letters from before Unicode, whatever their font; the words that begin so.
    OldLetters(String),
    /// A file of another program.
    Other(OtherKind),
    /// A Word document without words: pictures, such as the pages of a scan.
    PicturesAlone,
    NotUtf8,
}

impl From<PackageError> for NotRead {
    fn from(error: PackageError) -> Self {
        NotRead::Package(error)
    }
}

/// Makes the folder of the plan that a document is.
pub fn import(content: &Path, asked: &Asked) -> Result<Imported, Refused> {
    let place = scaffold::place_record(content, asked.place)?;
    let bytes = std::fs::read(asked.file).map_err(|error| {
        let (path, cause) = (asked.file.display(), cause::cause(&error));
        Refused(Localized::text(
            format!("không đọc được `{path}`: {}", cause.vi),
            format!("cannot read `{path}`: {}", cause.en),
        ))
    })?;
    let mut document = document(&bytes).map_err(|error| refused(asked.file, &error))?;
    let identity = identity::take(&mut document);
    let text = markdown::markdown(&document, identity.title_at, identity.closing_at);
    if text.is_empty() {
        let has_pictures = !document.remarks.look_at.is_empty();
        let error = if has_pictures { NotRead::PicturesAlone } else { NotRead::NoText };
        return Err(refused(asked.file, &error));
    }
    let Some(date) = asked.date.or(identity.date) else {
        return Err(Refused(Localized::text(
            "văn bản không ghi rõ ngày ký ở đầu; hãy thêm --date, ví dụ --date 2026-01-15 \
             (không rõ ngày thì ghi 2026-01)",
            "the document does not plainly say at its top when it was signed; add --date, such \
             as --date 2026-01-15 (2026-01 where the day is not known)",
        )));
    };
    let mut look_at = std::mem::take(&mut document.remarks.look_at);
    look_at.extend(differences(asked, &identity));
    let number = asked.number.or(identity.number.as_deref());
    let title = asked.title.or(identity.title.as_deref());
    let (units, dimensions) = words_of_portal(content);
    let source = Arc::new(Source { path: "plan.vi.md".to_owned(), text: text.clone() });
    let plan = plan_text(&source, Language::Vi, &mut Report::default());
    let (rows, row_count) =
        rows::rows(&plan, &source, title.unwrap_or_default(), &units, &dimensions);
    let sum =
        checksum::sha256_of_file(asked.file).map_err(|_| refused(asked.file, &NotRead::NoText))?;
    let mut values = vec![
        ("text", text.trim_end().to_owned()),
        ("rows", rows),
        (
            "file",
            asked.file.file_name().map_or_else(String::new, |name| {
                name.to_string_lossy().chars().filter(|letter| !letter.is_control()).collect()
            }),
        ),
        ("original", original(content, asked.file, &sum)),
        ("signer_line", signer_line(&identity)),
    ];
    if let Some(kind) = identity.document_type.as_ref() {
        values.extend([("type_vi", quoted(&kind.vi)), ("type_en", quoted(&kind.en))]);
    }
    let new =
        NewPlan { place: asked.place, number, date, title, draft: asked.draft, slug: asked.slug };
    let made = scaffold::plan_with_text(content, &new, &values)?;
    look_at.extend(other_place(&identity, place.as_ref()));
    let read = told(&document, &identity, row_count);
    Ok(Imported { made, read, look_at, rows: row_count })
}

/// What the bytes of a file say.
fn document(bytes: &[u8]) -> Result<Document, NotRead> {
    if let Some(kind) = kinds::by_beginning(bytes) {
        return Err(NotRead::Other(kind));
    }
    let mut document = if bytes.starts_with(b"PK\x03\x04") {
        docx::read(bytes)?
    } else {
        let text = kinds::text(bytes).ok_or(NotRead::NotUtf8)?;
        match kinds::of_text(&text) {
            Some(kind) => return Err(NotRead::Other(kind)),
            None => text::read(&text),
        }
    };
    let is_old = |words: &&Words| letters::is_of_old_encoding(&words.text());
    if let Some(words) = document.words().find(is_old) {
        return Err(NotRead::OldLetters(words.beginning()));
    }
    contents::take_out(&mut document);
    letters::ask_for_private(&mut document);
    Ok(document)
}

fn refused(file: &Path, error: &NotRead) -> Refused {
    let (vi, en) = match error {
        NotRead::Other(kind) => {
            let advice = kind.advice();
            (advice.vi, advice.en)
        }
        NotRead::PicturesAlone => (
            "tệp này chỉ có hình, không có chữ (bản quét dán vào Word?); hãy dùng tệp Word có \
             chữ, hoặc nhận dạng chữ rồi lưu ra tệp .txt (UTF-8)",
            "this file has pictures and no text (a scan pasted into Word?); use a Word file \
             with text, or recognise the letters and save them as a .txt file (UTF-8)",
        ),
        NotRead::OldLetters(shown) => {
            return Refused(Localized::text(
                format!(
                    "`{}`: chữ dùng bảng mã cũ (TCVN3, VNI), như “{shown}”, chép ra sẽ sai chữ; \
                     hãy chuyển sang Unicode (ví dụ bằng UniKey Toolkit, Ctrl+Shift+F6) rồi thử \
                     lại",
                    file.display()
                ),
                format!(
                    "`{}`: the letters are of an old encoding (TCVN3, VNI), as in “{shown}”, so \
                     that they would be wrong; convert them to Unicode (such as with the UniKey \
                     toolkit, Ctrl+Shift+F6) and try again",
                    file.display()
                ),
            ));
        }
        NotRead::NotUtf8 => (
            "tệp này không phải là .docx, cũng không phải là văn bản UTF-8; tệp .txt thì hãy \
             lưu lại với bảng mã UTF-8",
            "this is neither a .docx nor text in UTF-8; save a .txt again in UTF-8",
        ),
        NotRead::LegacyFont(font) => {
            return Refused(Localized::text(
                format!(
                    "`{}` dùng phông chữ cũ `{font}` (không phải Unicode), chép ra sẽ sai chữ; \
                     hãy chuyển mã văn bản sang Unicode trong Word rồi thử lại",
                    file.display()
                ),
                format!(
                    "`{}` uses the old font `{font}`, which is not Unicode, so that its letters \
                     would be wrong; convert the document to Unicode in Word and try again",
                    file.display()
                ),
            ));
        }
        NotRead::NoText => {
            ("không tìm thấy văn bản nào trong tệp này", "there is no text in this file")
        }
        NotRead::Package(PackageError::Encrypted) => (
            "tệp này có mật khẩu; hãy bỏ mật khẩu rồi thử lại",
            "this file has a password; take it away and try again",
        ),
        NotRead::Package(PackageError::TooLarge) => (
            "phần chữ của tệp này lớn khác thường, nên không đọc; hãy mở bằng Word và lưu lại \
             thành .docx",
            "the text of this file is larger than any document's, so that it was not read; open \
             it in Word and save it as .docx again",
        ),
        NotRead::Malformed | NotRead::Package(_) => (
            "tệp .docx này bị hỏng; hãy mở bằng Word và lưu lại thành .docx",
            "this .docx is damaged; open it in Word and save it as .docx again",
        ),
    };
    let path = file.display();
    Refused(Localized::text(format!("`{path}`: {vi}"), format!("`{path}`: {en}")))
}

/// Where what was typed is not what the document says.
fn differences(asked: &Asked, identity: &Identity) -> Vec<Localized> {
    let mut found = Vec::new();
    if let (Some(typed), Some(read)) = (asked.number, identity.number.as_deref())
        && typed != read
    {
        found.push(Localized::text(
            format!("văn bản ghi số `{read}`, bạn gõ `{typed}`"),
            format!("the document says number `{read}`, you typed `{typed}`"),
        ));
    }
    if let (Some(typed), Some(read)) = (asked.date, identity.date)
        && typed != read
    {
        let (typed, read) = (typed.iso(), read.iso());
        found.push(Localized::text(
            format!("văn bản ghi ngày {read}, bạn gõ {typed}"),
            format!("the document says {read}, you typed {typed}"),
        ));
    }
    found
}

/// A letterhead that names a place of the same kind, and another one.
fn other_place(
    identity: &Identity,
    place: Option<&content::records::PlaceRecord>,
) -> Option<Localized> {
    // `HÒA` and `HOÀ` are one name.
    let full = tones_last(&place?.full_name.vi);
    let kind = full.split(' ').next()?;
    let issuer = tones_last(&identity.letterhead.join(" ")).replace(&tones_last("xã hội"), "");
    let named = issuer.split(' ').any(|word| word == kind);
    (named && !issuer.contains(&full)).then(|| {
        let place = &place.expect("it is there").full_name;
        Localized::text(
            format!("đầu văn bản không ghi tên `{}`: hãy xem lại --place", place.vi),
            format!("the top of the document does not name `{}`: look at --place again", place.vi),
        )
    })
}

/// What the portal counts in and how it divides: by these words figures are read. Without a sound
/// portal there are none.
fn words_of_portal(content: &Path) -> (Vec<CountUnit>, Vec<Dimension>) {
    let mut report = Report::default();
    let assembled = content::load(content, &mut report).ok().and_then(|content| {
        assemble::assemble(content, assemble::Overrides::default(), &mut report)
    });
    assembled
        .map(|assembled| (assembled.portal.units, assembled.portal.dimensions))
        .unwrap_or_default()
}

/// The field `original`. A file of `static/` is published already, any other one is not.
fn original(content: &Path, file: &Path, sum: &str) -> String {
    let inside = file
        .canonicalize()
        .ok()
        .zip(content.join("static").canonicalize().ok())
        .and_then(|(file, folder)| file.strip_prefix(folder).ok().map(Path::to_owned));
    match inside {
        Some(path) => {
            let path = path.to_string_lossy().replace('\\', "/");
            format!(
                "original: {{file: {}, sha256: \"{sum}\", vi: Tệp văn bản., en: The document's \
                 file.}}",
                quoted(&path)
            )
        }
        None => {
            format!(
                "# original: {{url: \"https://...\", sha256: \"{sum}\", vi: Bản ký đăng trên \
                 cổng của tỉnh., en: The signed copy on the province's site.}}"
            )
        }
    }
}

fn signer_line(identity: &Identity) -> String {
    identity.signer.as_ref().map_or_else(String::new, |(name, role)| {
        format!(
            "signer: {{name: {}, role: {{vi: {}, en: {}}}}}\n",
            quoted(name),
            quoted(&role.vi),
            quoted(&role.en)
        )
    })
}

/// What was read.
fn told(document: &Document, identity: &Identity, rows: usize) -> Vec<Localized> {
    let tables = document.blocks.iter().filter(|block| matches!(block, Block::Table(_))).count();
    let (paragraphs, notes) = (document.blocks.len() - tables, document.notes.len());
    let mut told = vec![Localized::text(
        format!(
            "{paragraphs} đoạn và gạch đầu dòng, {tables} bảng, {notes} chú thích; {rows} con \
             số chờ chọn chỉ tiêu"
        ),
        format!(
            "paragraphs and bullets: {paragraphs}; tables: {tables}; footnotes: {notes}; \
             figures that wait for their indicator: {rows}"
        ),
    )];
    if !identity.letterhead.is_empty() {
        let lines = identity.letterhead.join(" | ");
        told.push(Localized::text(
            format!(
                "phần đầu không đưa vào plan.vi.md, vì trang kế hoạch có chỗ riêng cho nó: \
                 {lines}"
            ),
            format!(
                "the letterhead is not in plan.vi.md, since the plan's page has a place of its \
                 own for it: {lines}"
            ),
        ));
    }
    if !document.margins.is_empty() {
        let lines = document.margins.join(" | ");
        told.push(Localized::text(
            format!("đầu trang và chân trang không đưa vào plan.vi.md: {lines}"),
            format!("the headers and footers of the pages are not in plan.vi.md: {lines}"),
        ));
    }
    told.extend(document.remarks.counted());
    told
}
