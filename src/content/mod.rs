//! The files of `content/` as records, one to one with what authors write. Every file is read,
//! whatever is wrong with another; nothing is resolved here.

pub mod checksum;
mod commas;
pub mod fields;
pub mod lock;
mod meanings;
pub mod merge;
mod names;
mod placeholder;
mod read;
pub mod records;
pub mod spelling;
mod syntax;
mod twins;
mod walk;
pub mod yaml;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Code, Diagnostic, Location, Report, Source};
use crate::language::{Language, Localized};
pub use names::is_device;
pub use placeholder::is_unfilled;
pub use read::is_slug;
use records::*;

/// Everything that the files say.
#[derive(Debug, Default)]
pub struct Content {
    pub portal: Option<(Arc<Source>, PortalRecord)>,
    pub dimensions: Option<(Arc<Source>, Vec<DimensionRecord>)>,
    pub units: Option<(Arc<Source>, Vec<UnitRecord>)>,
    pub topics: Vec<TopicRecord>,
    pub country: Option<(Arc<Source>, CountryRecord)>,
    pub glossary: Vec<TermRecord>,
    /// By slug.
    pub pages: BTreeMap<String, Texts>,
    /// Provinces by slug.
    pub places: BTreeMap<String, PlaceFolder>,
    /// The files of `static/`, which stand in the site as they are.
    pub files: Vec<OwnFile>,
}

/// A file of the author's own for the site: `web.config`, a logo, a signed document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnFile {
    /// Where it stands in the site, `/` between folders.
    pub path: String,
    pub from: PathBuf,
}

/// A text in as many languages as there are files of it.
#[derive(Debug, Default)]
pub struct Texts {
    pub vi: Option<Arc<Source>>,
    pub en: Option<Arc<Source>>,
}

/// A folder of a place.
#[derive(Debug, Default)]
pub struct PlaceFolder {
    pub place: Option<(Arc<Source>, Option<PlaceRecord>)>,
    pub results: Option<(Arc<Source>, Vec<StatementRecord>)>,
    /// A province's `communes.yaml`.
    pub listed: Vec<CommuneRecord>,
    pub plans: BTreeMap<String, PlanFolder>,
    pub communes: BTreeMap<String, PlaceFolder>,
}

/// A folder of a plan.
#[derive(Debug, Default)]
pub struct PlanFolder {
    pub plan: Option<(Arc<Source>, Option<PlanRecord>)>,
    pub texts: Texts,
    /// The signed text, if it is at hand.
    pub original: Option<Arc<Source>>,
    pub targets: Option<(Arc<Source>, TargetsRecord)>,
    /// What was confirmed of its translation.
    pub lock: Option<lock::Lock>,
}

/// The folder could not be read at all: the machine's failure, not the author's mistake.
#[derive(Debug)]
pub struct ReadError {
    pub path: PathBuf,
    pub cause: std::io::Error,
}

/// Reads a content folder. Paths in diagnostics begin with the folder as it was given.
pub fn load(folder: &Path, report: &mut Report) -> Result<Content, ReadError> {
    let files = walk::files_of(folder, report)?;
    let read: Vec<(Vec<String>, Result<FileRecord, ReadError>, Report)> = files
        .into_par_iter()
        .map(|file| {
            let mut report = Report::default();
            let record = read_file(folder, &file, &mut report);
            (file, record, report)
        })
        .collect();
    let mut content = Content::default();
    let has_portal = read.iter().any(|(file, ..)| file.as_slice() == ["portal.yaml"]);
    for (file, record, file_report) in read {
        report.append(file_report);
        put(&mut content, &file, record?);
    }
    names::check_twins(folder, &content.files, report);
    own_files_of_plans(folder, &mut content, report)?;
    if !has_portal {
        let source = Arc::new(Source {
            path: shown_path(folder, &["portal.yaml".into()]),
            text: String::new(),
        });
        let cure = Localized::text(
            "kiểm tra xem đã đúng thư mục nội dung chưa; chưa có cổng thì gõ: minhbach new \
             portal cong-moi",
            "see whether this is the content folder; to begin a portal, type: minhbach new \
             portal my-portal",
        );
        report.add(Diagnostic { cure, ..missing_file(Location::file(&source), "portal.yaml") });
    }
    Ok(content)
}

/// Where the site holds the signed text of a plan, by the path of a file of its folder:
/// `data/originals/lang-son/243-2025.txt`.
pub fn signed_copy_path(file: &str) -> String {
    format!("data/originals/{}.txt", plan_name(file))
}

/// How relations and commands name the plan in whose folder a file stands:
/// `lang-son/bang-mac/nghi-quyet-2025`.
pub fn plan_name(file: &str) -> String {
    let parts: Vec<&str> = file.split('/').collect();
    let start = parts.iter().rposition(|part| *part == "provinces").map_or(0, |at| at + 1);
    let folder = &parts[start..parts.len().saturating_sub(1)];
    let named: Vec<&str> =
        folder.iter().copied().filter(|part| !["communes", "plans"].contains(part)).collect();
    named.join("/")
}

/// Signed texts that are to be published join the site's own files, and files that plans name must
/// be among these.
fn own_files_of_plans(
    folder: &Path,
    content: &mut Content,
    report: &mut Report,
) -> Result<(), ReadError> {
    let provinces = content.places.values();
    let places =
        provinces.flat_map(|province| std::iter::once(province).chain(province.communes.values()));
    let mut published = Vec::new();
    for (source, record, original) in
        places.flat_map(|place| place.plans.values()).filter_map(|plan| {
            let (source, record) = plan.plan.as_ref()?;
            Some((source, record.as_ref()?, plan.original.as_ref()))
        })
    {
        if let Some(original) = original.filter(|_| record.publish_original) {
            let shown = folder.to_string_lossy().replace('\\', "/");
            let inside =
                original.path.strip_prefix(shown.trim_end_matches('/')).unwrap_or(&original.path);
            let from = inside
                .split('/')
                .filter(|part| !part.is_empty())
                .fold(folder.to_owned(), |path, part| path.join(part));
            published.push(OwnFile { path: signed_copy_path(&original.path), from });
        }
        let Some(document) = &record.original else { continue };
        let Some(file) = &document.file else { continue };
        if let Some(own) = content.files.iter().find(|own| own.path == file.value) {
            check_sum(document, own, source, report)?;
        } else {
            let close =
                fields::closest(&file.value, content.files.iter().map(|own| own.path.as_str()));
            report.add(Diagnostic::new(
                Code::UnknownReference,
                file.location(source),
                Localized::text(
                    format!("thư mục static không có tệp `{}`", file.value),
                    format!("the folder static has no file `{}`", file.value),
                ),
                Localized::text("không tìm thấy", "not found"),
                match close {
                    Some(close) => Localized::text(
                        format!("có phải ý bạn là `{close}`?"),
                        format!("did you mean `{close}`?"),
                    ),
                    None => Localized::text(
                        format!("đặt tệp vào content/static/{}", file.value),
                        format!("put the file at content/static/{}", file.value),
                    ),
                },
            ));
        }
    }
    content.files.extend(published);
    Ok(())
}

/// The checksum that a plan gives must be that of the file that it names.
fn check_sum(
    document: &OriginalRecord,
    own: &OwnFile,
    source: &Arc<Source>,
    report: &mut Report,
) -> Result<(), ReadError> {
    let Some(said) = &document.sha256 else { return Ok(()) };
    let sum = checksum::sha256_of_file(&own.from)
        .map_err(|cause| ReadError { path: own.from.clone(), cause })?;
    if sum != said.value {
        report.add(Diagnostic::new(
            Code::ChecksumDiffers,
            said.location(source),
            Localized::text(
                format!("mã kiểm SHA-256 không phải của tệp `{}`", own.path),
                format!("the checksum is not that of the file `{}`", own.path),
            ),
            Localized::text("không khớp với tệp", "not the file’s"),
            Localized::text(
                format!(
                    "đúng tệp bản ký thì hãy gõ sha256: \"{sum}\"; nếu không, thay tệp bằng bản \
                     ký"
                ),
                format!(
                    "if the file is the signed document, type sha256: \"{sum}\"; if not, put \
                     the signed one in its place"
                ),
            ),
        ));
    }
    Ok(())
}

/// What a `place.yaml` says; none where it cannot be read or has mistakes, which are told when the
/// content is checked.
pub fn place(path: &Path) -> Option<PlaceRecord> {
    let text = std::fs::read_to_string(path).ok()?;
    let source = Arc::new(Source {
        path: path.display().to_string(),
        text: text.trim_start_matches('\u{feff}').to_owned(),
    });
    read::place(&source, &mut Report::default())
}

/// A diagnostic for a file that should stand beside what is marked.
pub fn missing_file(location: Location, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::MissingFile,
        location,
        Localized::text(format!("thiếu tệp `{name}`"), format!("the file `{name}` is missing")),
        Localized::text("cần có cùng thư mục", "needed in the same folder"),
        Localized::text(
            format!("tạo tệp `{name}`; xem mẫu: minhbach docs files"),
            format!("make a file `{name}`; a model: minhbach docs files"),
        ),
    )
}

/// The names that content has.
const KNOWN_NAMES: [&str; 13] = [
    "original.md",
    "portal.yaml",
    "glossary.yaml",
    "dimensions.yaml",
    "units.yaml",
    "country.yaml",
    "place.yaml",
    "communes.yaml",
    "results.yaml",
    "plan.yaml",
    "plan.vi.md",
    "plan.en.md",
    "targets.yaml",
];

/// What one file turned out to be.
enum FileRecord {
    Portal(Arc<Source>, Option<PortalRecord>),
    Dimensions(Arc<Source>, Vec<DimensionRecord>),
    Units(Arc<Source>, Vec<UnitRecord>),
    Country(Arc<Source>, Option<CountryRecord>),
    Topic(Option<TopicRecord>),
    Glossary(Vec<TermRecord>),
    Page(String, Language, Arc<Source>),
    Place(Arc<Source>, Option<PlaceRecord>),
    Communes(Vec<CommuneRecord>),
    Results(Arc<Source>, Vec<StatementRecord>),
    Plan(Arc<Source>, Option<PlanRecord>),
    PlanText(Language, Arc<Source>),
    Original(Arc<Source>),
    Lock(lock::Lock),
    Targets(Arc<Source>, TargetsRecord),
    Own(OwnFile),
    Nothing,
}

fn shown_path(folder: &Path, file: &[String]) -> String {
    let folder = folder.to_string_lossy().replace('\\', "/");
    format!("{}/{}", folder.trim_end_matches('/'), file.join("/"))
}

/// The path within `provinces/`: (province, commune, what is left).
fn in_place(file: &[String]) -> Option<(&str, Option<&str>, Vec<&str>)> {
    let parts: Vec<&str> = file.iter().map(String::as_str).collect();
    match parts.as_slice() {
        ["provinces", province, "communes", commune, rest @ ..] if !rest.is_empty() => {
            Some((province, Some(commune), rest.to_vec()))
        }
        ["provinces", province, rest @ ..] if !rest.is_empty() => {
            Some((province, None, rest.to_vec()))
        }
        _ => None,
    }
}

fn read_file(folder: &Path, file: &[String], report: &mut Report) -> Result<FileRecord, ReadError> {
    let open = |report: &mut Report| -> Result<Option<Arc<Source>>, ReadError> {
        let path = file.iter().fold(folder.to_owned(), |path, part| path.join(part));
        let bytes = std::fs::read(&path).map_err(|cause| ReadError { path, cause })?;
        let shown = shown_path(folder, file);
        match String::from_utf8(bytes) {
            Ok(text) => {
                let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
                let source = Arc::new(Source { path: shown, text });
                // A lock tells of the marks itself, and reads what both sides confirmed.
                if lock::is_lock(&source) {
                    return Ok(Some(source));
                }
                let source = merge::read(source, report);
                placeholder::look(&source, report);
                Ok(Some(source))
            }
            Err(_) => {
                let source = Arc::new(Source { path: shown, text: String::new() });
                report.add(Diagnostic::new(
                    Code::NotText,
                    Location::file(&source),
                    Localized::text("tệp không phải văn bản UTF-8", "the file is not UTF-8 text"),
                    Localized::text("không đọc được tệp này", "this file cannot be read"),
                    Localized::text("lưu lại với bảng mã UTF-8", "save it again as UTF-8"),
                ));
                Ok(None)
            }
        }
    };
    let parts: Vec<&str> = file.iter().map(String::as_str).collect();
    let language_of = |name: &str| match name {
        "plan.vi.md" => Some(Language::Vi),
        "plan.en.md" => Some(Language::En),
        _ => None,
    };
    macro_rules! open {
        () => {
            match open(report)? {
                Some(source) => source,
                None => return Ok(FileRecord::Nothing),
            }
        };
    }
    let record = match parts.as_slice() {
        ["portal.yaml"] => {
            let source = open!();
            let record = read::portal(&source, report);
            FileRecord::Portal(source, record)
        }
        ["dimensions.yaml"] => {
            let source = open!();
            let records = read::dimensions(&source, report);
            FileRecord::Dimensions(source, records)
        }
        ["units.yaml"] => {
            let source = open!();
            let records = read::units(&source, report);
            FileRecord::Units(source, records)
        }
        ["country.yaml"] => {
            let source = open!();
            let record = read::country(&source, report);
            FileRecord::Country(source, record)
        }
        ["static", own @ ..] if !own.is_empty() => {
            let path = own.join("/");
            names::check_own(folder, file, report);
            FileRecord::Own(OwnFile {
                path,
                from: file.iter().fold(folder.to_owned(), |path, part| path.join(part)),
            })
        }
        ["glossary.yaml"] => FileRecord::Glossary(read::glossary(&open!(), report)),
        ["indicators", name] if name.ends_with(".yaml") => {
            let source = open!();
            let slug = name.trim_end_matches(".yaml");
            if !read::is_slug(slug) {
                report.add(read::wrong_name(Location::file(&source), slug, false));
            }
            FileRecord::Topic(read::topic(&source, slug, report))
        }
        ["pages", name] if name.ends_with(".vi.md") || name.ends_with(".en.md") => {
            let language = if name.ends_with(".vi.md") { Language::Vi } else { Language::En };
            let (slug, source) = (&name[..name.len() - ".vi.md".len()], open!());
            if !read::is_slug(slug) {
                report.add(read::wrong_name(Location::file(&source), slug, false));
            }
            FileRecord::Page(slug.to_owned(), language, source)
        }
        _ => match in_place(file) {
            Some((_, None, rest)) if rest == ["communes.yaml"] => {
                FileRecord::Communes(read::communes(&open!(), report))
            }
            Some((_, _, rest)) => match rest.as_slice() {
                ["place.yaml"] => {
                    let source = open!();
                    for slug in parts[1..].iter().step_by(2).take(parts.len() / 2) {
                        if !read::is_slug(slug) {
                            report.add(read::wrong_name(Location::file(&source), slug, true));
                        }
                    }
                    let record = read::place(&source, report);
                    FileRecord::Place(source, record)
                }
                ["results.yaml"] => {
                    let source = open!();
                    let records = read::results(&source, report);
                    FileRecord::Results(source, records)
                }
                ["plans", slug, "plan.yaml"] => {
                    let source = open!();
                    if !read::is_slug(slug) {
                        report.add(read::wrong_name(Location::file(&source), slug, true));
                    }
                    let record = read::plan(&source, report);
                    FileRecord::Plan(source, record)
                }
                ["plans", _, "targets.yaml"] => {
                    let source = open!();
                    let records = read::targets(&source, report);
                    FileRecord::Targets(source, records)
                }
                ["plans", _, lock::NAME] => FileRecord::Lock(lock::Lock::read(&open!(), report)),
                ["plans", _, "original.md"] => FileRecord::Original(open!()),
                ["plans", _, name] if language_of(name).is_some() => {
                    FileRecord::PlanText(language_of(name).expect("just asked"), open!())
                }
                _ => unknown_file(folder, file, report),
            },
            None => unknown_file(folder, file, report),
        },
    };
    Ok(record)
}

fn unknown_file(folder: &Path, file: &[String], report: &mut Report) -> FileRecord {
    let source = Arc::new(Source { path: shown_path(folder, file), text: String::new() });
    report.add(Diagnostic::new(
        Code::UnknownFile,
        Location::file(&source),
        Localized::text("không có gì đọc tệp này", "nothing reads this file"),
        Localized::text("tệp này", "this file"),
        match fields::closest(file.last().map_or("", String::as_str), KNOWN_NAMES.into_iter())
            .filter(|name| Some(*name) != file.last().map(String::as_str))
        {
            Some(name) => Localized::text(
                format!("có phải ý bạn là `{name}`?"),
                format!("did you mean `{name}`?"),
            ),
            None => Localized::text(
                "kiểm tra tên tệp và thư mục: portal.yaml, indicators/*.yaml, \
                 provinces/<mã>/place.yaml, provinces/<mã>/plans/<mã>/{plan.yaml, plan.vi.md, \
                 plan.en.md, targets.yaml}",
                "look at its name and folder: portal.yaml, indicators/*.yaml, \
                 provinces/<slug>/place.yaml, provinces/<slug>/plans/<slug>/{plan.yaml, \
                 plan.vi.md, plan.en.md, targets.yaml}",
            ),
        },
    ));
    FileRecord::Nothing
}

fn put(content: &mut Content, file: &[String], record: FileRecord) {
    match record {
        FileRecord::Portal(source, record) => {
            content.portal = record.map(|record| (source, record))
        }
        FileRecord::Dimensions(source, records) => content.dimensions = Some((source, records)),
        FileRecord::Units(source, records) => content.units = Some((source, records)),
        FileRecord::Country(source, record) => {
            content.country = record.map(|record| (source, record))
        }
        FileRecord::Topic(record) => content.topics.extend(record),
        FileRecord::Glossary(records) => content.glossary = records,
        FileRecord::Page(slug, language, source) => {
            put_text(content.pages.entry(slug).or_default(), language, source)
        }
        FileRecord::Place(source, record) => {
            place_folder(content, file).place = Some((source, record))
        }
        FileRecord::Communes(records) => place_folder(content, file).listed = records,
        FileRecord::Results(source, records) => {
            place_folder(content, file).results = Some((source, records))
        }
        FileRecord::Plan(source, record) => {
            plan_folder(content, file).plan = Some((source, record))
        }
        FileRecord::PlanText(language, source) => {
            put_text(&mut plan_folder(content, file).texts, language, source)
        }
        FileRecord::Lock(lock) => plan_folder(content, file).lock = Some(lock),
        FileRecord::Original(source) => plan_folder(content, file).original = Some(source),
        FileRecord::Targets(source, records) => {
            plan_folder(content, file).targets = Some((source, records))
        }
        FileRecord::Own(own) => content.files.push(own),
        FileRecord::Nothing => {}
    }
}

fn put_text(texts: &mut Texts, language: Language, source: Arc<Source>) {
    match language {
        Language::Vi => texts.vi = Some(source),
        Language::En => texts.en = Some(source),
    }
}

fn place_folder<'content>(
    content: &'content mut Content,
    file: &[String],
) -> &'content mut PlaceFolder {
    let (province, commune, _) = in_place(file).expect("only files of places come here");
    let folder = content.places.entry(province.to_owned()).or_default();
    match commune {
        Some(commune) => folder.communes.entry(commune.to_owned()).or_default(),
        None => folder,
    }
}

fn plan_folder<'content>(
    content: &'content mut Content,
    file: &[String],
) -> &'content mut PlanFolder {
    let (_, _, rest) = in_place(file).expect("only files of plans come here");
    let slug = rest[1].to_owned();
    place_folder(content, file).plans.entry(slug).or_default()
}
