//! New portals, places, plans and pages from the skeletons of `scaffold/`. Nothing is ever written
//! over, and what is made is made whole.

mod documents;
mod names;
mod skeletons;
mod write;

use std::path::{Path, PathBuf};

use crate::address::{is_reserved_commune_slug, is_reserved_prose_slug};
use crate::content;
use crate::language::{Localized, cause, date::Date, text};
use crate::portal::PlaceKind;
use skeletons::{below, filled};

pub use names::{CODES as PLACE_KINDS, kind_name, kind_of_code};
pub use skeletons::quoted;

/// What was made.
#[derive(Debug)]
pub struct Made {
    /// How the portal and its commands call it: `lang-son`, `lang-son/43-2026`.
    pub name: String,
    /// With their folders.
    pub files: Vec<PathBuf>,
}

/// Why nothing was made: what stands in the way, and what to type.
#[derive(Debug)]
pub struct Refused(pub Localized);

/// A place that is asked for.
#[derive(Debug)]
pub struct NewPlace<'typed> {
    /// `Lạng Sơn`, `Xã Bằng Mạc`
    pub name: &'typed str,
    /// Without it the Vietnamese name without its marks.
    pub english: Option<&'typed str>,
    pub kind: Option<PlaceKind>,
    /// Where a commune lies.
    pub province: Option<&'typed str>,
    pub slug: Option<&'typed str>,
}

/// A plan that is asked for.
#[derive(Debug)]
pub struct NewPlan<'typed> {
    /// `lang-son`, `lang-son/bang-mac`, or the folder of one.
    pub place: &'typed str,
    pub number: Option<&'typed str>,
    pub date: Date,
    pub title: Option<&'typed str>,
    pub draft: bool,
    pub slug: Option<&'typed str>,
}

/// A small portal in a folder, which may be there.
pub fn portal(folder: &Path) -> Result<Made, Refused> {
    let shown = folder.to_string_lossy();
    is_plain(&shown)?;
    if let Some(device) =
        folder.file_name().and_then(|name| name.to_str()).filter(|name| content::is_device(name))
    {
        return Err(device_name(
            device,
            &format!("minhbach new portal {}-2", device.to_lowercase()),
        ));
    }
    let content = folder.join("content");
    if folder.join("portal.yaml").exists() {
        let shown = folder.display();
        return Err(refused(
            format!(
                "`{shown}` đã là thư mục nội dung của một cổng (có portal.yaml); hãy chọn thư \
                 mục khác"
            ),
            format!(
                "`{shown}` is the content folder of a portal already (it has a portal.yaml); \
                 choose another folder"
            ),
        ));
    }
    if content.exists() {
        let content = content.display();
        return Err(refused(
            format!(
                "đã có `{content}`, nên không tạo gì; hãy chọn thư mục khác, ví dụ: minhbach \
                 new portal cong-moi"
            ),
            format!(
                "`{content}` is there already, so nothing was made; choose another folder, such \
                 as: minhbach new portal my-portal"
            ),
        ));
    }
    let files = below("portal/content");
    make_folder(folder.display().to_string(), &content, files)
}

/// A province, or a commune in one.
pub fn place(content: &Path, asked: &NewPlace) -> Result<Made, Refused> {
    is_portal(content)?;
    is_plain(asked.name)?;
    asked.english.map_or(Ok(()), is_plain)?;
    let otherwise = if asked.province.is_some() { PlaceKind::Commune } else { PlaceKind::Province };
    let names =
        names::Names::read(asked.name, asked.english, asked.kind, otherwise).map_err(wrong_name)?;
    let slug = slug_of(asked.slug, &names.name.vi, SLUG_OPTION)?;
    let in_province = names::lies_in_a_province(names.kind);
    let kind = Localized::from_fn(|language| kind_name(names.kind, language));
    let provinces = content.join("provinces");
    let (folder, path) = match (asked.province, in_province) {
        (None, true) => {
            return Err(refused(
                format!(
                    "{} `{}` thuộc tỉnh nào? Thêm --in và mã của tỉnh{}",
                    kind.vi,
                    names.name.vi,
                    known("; các tỉnh: ", &provinces)
                ),
                format!(
                    "in which province is the {} `{}`? Add --in and the province's slug{}",
                    kind.en,
                    names.name.vi,
                    known("; provinces: ", &provinces)
                ),
            ));
        }
        (Some(_), false) => {
            return Err(refused(
                format!(
                    "{} không nằm trong tỉnh nào; bỏ --in, hoặc thêm --kind commune, ward hay \
                     special_zone",
                    kind.vi
                ),
                format!(
                    "a {} lies in no province; leave --in out, or add --kind commune, ward or \
                     special_zone",
                    kind.en
                ),
            ));
        }
        (Some(typed), true) => {
            let province = text::slug(typed);
            place_at(content, &province)?;
            if is_reserved_commune_slug(&slug) {
                return Err(reserved(&slug, &format!("--slug {slug}-2")));
            }
            (provinces.join(&province).join("communes").join(&slug), format!("{province}/{slug}"))
        }
        (None, false) => (provinces.join(&slug), slug.clone()),
    };
    if folder.exists() {
        let shown = folder.display();
        return Err(refused(
            format!(
                "đã có `{shown}`, nên không tạo gì; nơi khác trùng tên thì thêm --slug, ví dụ \
                 --slug {slug}-2"
            ),
            format!(
                "`{shown}` is there already, so nothing was made; for another place of that \
                 name add --slug, such as --slug {slug}-2"
            ),
        ));
    }
    let [name_vi, name_en, full_vi, full_en] =
        [&names.name.vi, &names.name.en, &names.full.vi, &names.full.en].map(|name| quoted(name));
    let values = [
        ("name_vi", name_vi.as_str()),
        ("name_en", &name_en),
        ("full_name_vi", &full_vi),
        ("full_name_en", &full_en),
        ("kind", names.code()),
    ];
    make_folder(path, &folder, fill(below("place"), &values))
}

/// The folder of a plan, with what is known of it; the rest waits to be filled in.
pub fn plan(content: &Path, asked: &NewPlan) -> Result<Made, Refused> {
    plan_like("plan", content, asked, &[])
}

/// The folder of a plan whose text is there already. `read` are the names of `scaffold/import` that
/// the text fills in; where it fills in others too, it stands over what is made of the number.
pub fn plan_with_text(
    content: &Path,
    asked: &NewPlan,
    read: &[(&str, String)],
) -> Result<Made, Refused> {
    plan_like("import", content, asked, read)
}

/// What the portal says of a place that it has.
pub fn place_record(
    content: &Path,
    typed: &str,
) -> Result<Option<content::records::PlaceRecord>, Refused> {
    is_portal(content)?;
    place_at(content, &place_path(typed)).map(|(_, record)| record)
}

fn plan_like(
    skeleton: &str,
    content: &Path,
    asked: &NewPlan,
    read: &[(&str, String)],
) -> Result<Made, Refused> {
    is_portal(content)?;
    let path = named_place(content, asked.place)?;
    let (folder, record) = place_at(content, &path)?;
    asked.number.map_or(Ok(()), is_plain)?;
    let number = asked
        .number
        .map(|number| documents::number(number).ok_or_else(|| wrong_number(number)))
        .transpose()?;
    let title = asked.title.map(|title| text::nfc(title.trim()).into_owned());
    number.iter().chain(&title).try_for_each(|typed| is_plain(typed))?;
    let year = asked.date.year;
    let slug = match (asked.slug, &number) {
        (Some(slug), _) => slug_of(Some(slug), "", SLUG_OPTION)?,
        (None, Some(number)) => documents::slug(number, year).ok_or_else(|| {
            refused(
                format!(
                    "số hiệu `{number}` không có chữ số; viết như 43/KH-UBND, hoặc bỏ đi nếu \
                     văn bản không có số hiệu"
                ),
                format!(
                    "the number `{number}` has no digits; write it like 43/KH-UBND, or leave it \
                     out where the document has none"
                ),
            )
        })?,
        (None, None) => format!("{}-{year}", if asked.draft { "du-thao" } else { "ke-hoach" }),
    };
    let target = folder.join("plans").join(&slug);
    if target.exists() {
        let shown = target.display();
        let other = number
            .as_deref()
            .map_or_else(|| format!("{slug}-2"), |number| documents::whole_slug(number, year));
        return Err(refused(
            format!(
                "đã có `{shown}`, nên không tạo gì; nếu là văn bản khác thì thêm --slug, ví dụ \
                 --slug {other}"
            ),
            format!(
                "`{shown}` is there already, so nothing was made; if this is another document \
                 add --slug, such as --slug {other}"
            ),
        ));
    }
    let kind = number
        .as_deref()
        .and_then(documents::document_type)
        .unwrap_or_else(|| Localized::text("Kế hoạch", "Plan"));
    let issuer = number
        .as_deref()
        .zip(record.as_ref())
        .and_then(|(number, place)| documents::issuer(number, &place.full_name));
    let issuer = issuer
        .unwrap_or_else(|| Localized::text("‹điền cơ quan ban hành›", "‹fill in who issued it›"));
    let title = title.unwrap_or_else(|| "‹điền tên kế hoạch›".to_owned());
    let [type_vi, type_en, issuer_vi, issuer_en, title_vi] =
        [&kind.vi, &kind.en, &issuer.vi, &issuer.en, &title].map(|text| quoted(text));
    let values = [
        (
            "number_line",
            number
                .as_ref()
                .map_or_else(String::new, |number| format!("number: {}\n", quoted(number))),
        ),
        ("type_vi", type_vi),
        ("type_en", type_en),
        ("title_vi", title_vi),
        ("issuer_vi", issuer_vi),
        ("issuer_en", issuer_en),
        ("date", asked.date.iso()),
        ("status", if asked.draft { "draft" } else { "signed" }.to_owned()),
        ("heading_vi", title),
        ("folder", target.display().to_string()),
    ];
    let values: Vec<(&str, &str)> =
        read.iter().chain(&values).map(|(name, value)| (*name, value.as_str())).collect();
    make_folder(format!("{path}/{slug}"), &target, fill(below(skeleton), &values))
}

/// A page of prose in both languages, from its slug or its title.
pub fn page(content: &Path, typed: &str, title: Option<&str>) -> Result<Made, Refused> {
    is_portal(content)?;
    is_plain(typed)?;
    let slug = slug_of(None, typed, "minhbach new page ")?;
    // Who types a title and no slug has said it.
    let title = title
        .or((slug != typed).then_some(typed))
        .map(|title| text::nfc(title.trim()).into_owned());
    title.iter().try_for_each(|title| is_plain(title))?;
    if is_reserved_prose_slug(&slug) {
        // Three pages have names of their own in each language, and one slug.
        let own = [("gioi-thieu", "about"), ("phuong-phap", "method"), ("du-lieu", "data")]
            .into_iter()
            .find(|(name, _)| *name == slug);
        return Err(reserved(
            &slug,
            &own.map_or_else(
                || format!("minhbach new page {slug}-2"),
                |(_, own)| format!("minhbach new page {own}"),
            ),
        ));
    }
    let pages = content.join("pages");
    let title = title.unwrap_or_else(|| "‹điền tên trang›".to_owned());
    let files: Vec<(String, String)> = fill(below("page"), &[("title_vi", &title)])
        .into_iter()
        .map(|(name, text)| (name.replacen("page", &slug, 1), text))
        .collect();
    let paths: Vec<PathBuf> = files.iter().map(|(name, _)| pages.join(name)).collect();
    if let Some(there) = paths.iter().find(|path| path.exists()) {
        let there = there.display();
        return Err(refused(
            format!(
                "đã có `{there}`, nên không tạo gì; hãy chọn tên khác, ví dụ: minhbach new page \
                 {slug}-2"
            ),
            format!(
                "`{there}` is there already, so nothing was made; choose another name, such as: \
                 minhbach new page {slug}-2"
            ),
        ));
    }
    write::files(&pages, &files).map_err(not_written)?;
    Ok(Made { name: slug, files: paths })
}

fn make_folder(name: String, folder: &Path, files: Vec<(String, String)>) -> Result<Made, Refused> {
    write::folder(folder, &files).map_err(not_written)?;
    let paths = files
        .iter()
        .map(|(name, _)| name.split('/').fold(folder.to_owned(), |path, part| path.join(part)));
    Ok(Made { name, files: paths.collect() })
}

fn fill(files: Vec<(String, String)>, values: &[(&str, &str)]) -> Vec<(String, String)> {
    files.into_iter().map(|(name, text)| (name, filled(&text, values))).collect()
}

/// Refuses a folder that holds no portal.
fn is_portal(content: &Path) -> Result<(), Refused> {
    if content.join("portal.yaml").is_file() {
        return Ok(());
    }
    let shown = content.display();
    Err(refused(
        format!(
            "`{shown}` không có cổng nào (thiếu portal.yaml); hãy vào thư mục của cổng, thêm \
             --content, hoặc tạo cổng mới: minhbach new portal cong-moi"
        ),
        format!(
            "there is no portal in `{shown}` (it has no portal.yaml); go to the portal's \
             folder, add --content, or make a portal: minhbach new portal my-portal"
        ),
    ))
}

/// The folder of a place that is there, and what its `place.yaml` says if it can be read.
fn place_at(
    content: &Path,
    path: &str,
) -> Result<(PathBuf, Option<content::records::PlaceRecord>), Refused> {
    let provinces = content.join("provinces");
    let mut folder = provinces.clone();
    let mut within = String::new();
    for (depth, slug) in path.split('/').enumerate() {
        let siblings = if depth == 0 { folder.clone() } else { folder.join("communes") };
        folder = siblings.join(slug);
        if depth > 1 || !content::is_slug(slug) || !folder.join("place.yaml").is_file() {
            let (new, known_vi, known_en) = match depth {
                0 => (
                    format!("\"‹tên›\" --slug {slug}"),
                    known("; các nơi đã có: ", &siblings),
                    known("; there are: ", &siblings),
                ),
                _ => (
                    format!("\"‹tên›\" --in {within} --slug {slug}"),
                    known("; các nơi đã có ở đó: ", &siblings),
                    known("; there are: ", &siblings),
                ),
            };
            return Err(refused(
                format!(
                    "cổng chưa có địa phương `{path}`{known_vi}; thêm nơi mới: minhbach new \
                     place {new}"
                ),
                format!(
                    "the portal has no place `{path}`{known_en}; to add one: minhbach new place {}",
                    new.replace("‹tên›", "‹name›")
                ),
            ));
        }
        within = slug.to_owned();
    }
    let record = content::place(&folder.join("place.yaml"));
    Ok((folder, record))
}

/// The slugs of the places in a folder, behind some words; nothing where there are none.
fn known(words: &str, folder: &Path) -> String {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut slugs: Vec<String> = entries
        .filter(|entry| entry.path().join("place.yaml").is_file())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    slugs.sort();
    if slugs.is_empty() { String::new() } else { format!("{words}{}", slugs.join(", ")) }
}

/// The place that was named, which must be one of this portal.
fn named_place(content: &Path, typed: &str) -> Result<String, Refused> {
    let path = place_path(typed);
    let leads_out = typed.split(['/', '\\']).any(|part| part == "..")
        && !typed.replace('\\', "/").contains("provinces/");
    if !leads_out && !path.is_empty() && path.split('/').all(|part| !part.is_empty()) {
        return Ok(path);
    }
    let provinces = content.join("provinces");
    Err(refused(
        format!(
            "`{typed}` không phải là địa phương của cổng; hãy gõ mã như lang-son, hoặc \
             lang-son/bang-mac{}",
            known("; các nơi đã có: ", &provinces)
        ),
        format!(
            "`{typed}` is no place of the portal; type a slug like lang-son, or \
             lang-son/bang-mac{}",
            known("; there are: ", &provinces)
        ),
    ))
}

/// How the portal calls a place that was named so or by its folder:
/// `content/provinces/lang-son/communes/bang-mac` is `lang-son/bang-mac`.
fn place_path(typed: &str) -> String {
    let typed = typed.replace('\\', "/");
    let parts: Vec<&str> =
        typed.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    let start = parts.iter().rposition(|part| *part == "provinces").map_or(0, |at| at + 1);
    let names: Vec<String> = parts[start..]
        .iter()
        .filter(|part| **part != "communes")
        .map(|part| text::slug(part))
        .collect();
    names.join("/")
}

/// How a slug is typed that is not that of the name.
const SLUG_OPTION: &str = "--slug ";

/// The slug that was typed, or that of a name; `how` one types another.
fn slug_of(typed: Option<&str>, name: &str, how: &str) -> Result<String, Refused> {
    let slug = typed.map_or_else(|| text::slug(name), str::to_owned);
    if content::is_slug(&slug) {
        return Ok(slug);
    }
    if content::is_device(&slug) {
        return Err(device_name(&slug, &format!("{how}{}-2", slug.to_lowercase())));
    }
    let (shown, close) = (typed.unwrap_or(name), text::slug(&slug));
    let cure = match content::is_slug(&close) {
        true => Localized::text(format!("hãy gõ {how}{close}"), format!("type {how}{close}")),
        false => Localized::text(
            format!("hãy chọn mã, ví dụ: {how}trang-1"),
            format!("choose one, such as: {how}name-1"),
        ),
    };
    Err(refused(
        format!(
            "`{shown}` không dùng được làm mã trong địa chỉ trang: chỉ dùng a-z, 0-9 và dấu \
             gạch nối, nhiều nhất 80 chữ; {}",
            cure.vi
        ),
        format!(
            "`{shown}` cannot be a part of a web address: only a-z, 0-9 and hyphens, 80 at \
             most; {}",
            cure.en
        ),
    ))
}

fn device_name(name: &str, typed: &str) -> Refused {
    refused(
        format!("Windows không có tệp hay thư mục nào tên là `{name}`; hãy gõ: {typed}"),
        format!("Windows can have no file or folder named `{name}`; type: {typed}"),
    )
}

fn wrong_name(wrong: names::WrongName) -> Refused {
    match wrong {
        names::WrongName::Former(word) => {
            let word = word.to_lowercase();
            refused(
                format!(
                    "từ ngày 1/7/2025 không còn {word}; hãy ghi tên tỉnh, thành phố, hoặc tên \
                     xã, phường, đặc khu (kèm --in và mã của tỉnh)"
                ),
                format!(
                    "since 1 July 2025 there is no {word}; type the name of a province or city, \
                     or of a commune, ward or special zone (with --in and its province)"
                ),
            )
        }
        names::WrongName::KindAlone(word) => refused(
            format!("thiếu tên sau từ `{word}`; đặt cả tên trong ngoặc kép"),
            format!("there is no name behind `{word}`; put the whole name in quotes"),
        ),
        names::WrongName::NoCity(name) => refused(
            format!(
                "`{name}` không phải là thành phố trực thuộc trung ương, và từ ngày 1/7/2025 \
                 không còn thành phố thuộc tỉnh; nếu nay đã là thành phố thì thêm --kind city"
            ),
            format!(
                "`{name}` is no centrally run city, and since 1 July 2025 provinces have no \
                 cities; if it has become one, add --kind city"
            ),
        ),
        names::WrongName::ProvinceOrCity(name) => refused(
            format!(
                "{name} là tỉnh hay thành phố? Các nguồn còn ghi khác nhau; hãy ghi rõ: \"Tỉnh \
                 {name}\" hoặc \"Thành phố {name}\""
            ),
            format!(
                "is {name} a province or a city? Sources differ; type \"Tỉnh {name}\" or \
                 \"Thành phố {name}\""
            ),
        ),
    }
}

fn wrong_number(typed: &str) -> Refused {
    let typed = typed.trim();
    refused(
        format!(
            "`{typed}` không phải là số hiệu; viết liền như in trên văn bản, ví dụ 43/KH-UBND, \
             còn ngày ghi ở --date"
        ),
        format!(
            "`{typed}` is not the number of a document; write it in one piece as printed, such \
             as 43/KH-UBND, and its day with --date"
        ),
    )
}

/// Refuses what cannot stand in one line of a file, or what nobody would see in it.
fn is_plain(typed: &str) -> Result<(), Refused> {
    if typed.trim().is_empty() || typed.chars().any(char::is_control) {
        return Err(refused(
            "tên phải là một dòng chữ, không để trống",
            "a name is one line of text, and not empty",
        ));
    }
    match typed.chars().find(|letter| text::is_invisible(*letter)) {
        None => Ok(()),
        Some(letter) => {
            let code = format!("U+{:04X}", u32::from(letter));
            Err(refused(
                format!(
                    "có một ký tự không nhìn thấy ({code}) trong điều vừa gõ; hãy gõ lại bằng \
                     tay, đừng dán"
                ),
                format!(
                    "there is a sign that cannot be seen ({code}) in what was typed; type it \
                     anew by hand, do not paste it"
                ),
            ))
        }
    }
}

fn reserved(slug: &str, typed: &str) -> Refused {
    refused(
        format!("mã `{slug}` đã dành cho trang có sẵn của cổng; hãy gõ: {typed}"),
        format!("a page of every portal is called `{slug}`; type: {typed}"),
    )
}

fn not_written((path, error): write::Failed) -> Refused {
    let (path, cause) = (path.display(), cause::cause(&error));
    refused(
        format!("không ghi được `{path}`: {}; chưa tạo gì", cause.vi),
        format!("cannot write `{path}`: {}; nothing was made", cause.en),
    )
}

fn refused(vi: impl Into<String>, en: impl Into<String>) -> Refused {
    Refused(Localized::text(vi, en))
}
