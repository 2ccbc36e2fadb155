//! One function per kind of file: from its YAML to its records.

mod catalogue;
mod corrections;
mod country;
mod statements;

use std::sync::Arc;

use super::fields::{At, Fields, wrong_value};
use super::names::is_device;
use super::records::{
    AliasRecord, CommuneRecord, NoteRecord, OriginalRecord, PlaceRecord, PlanRecord, PortalRecord,
    RelationRecord, TermRecord,
};
use super::yaml::{self, Node};
use crate::diagnostic::{Code, Diagnostic, Location, Report, Source};
use crate::language::Localized;
use crate::portal::{
    CommuneCount, Contact, DatedFact, Licence, PlaceCode, PlaceKind, PlanStatus, RelationKind,
    Signer, StatusMethod, Term, TextGrade, Translation,
};

pub use catalogue::{dimensions, topic, units};
pub use country::country;
pub use statements::{results, targets};

pub fn portal(source: &Arc<Source>, report: &mut Report) -> Option<PortalRecord> {
    let node = yaml::parse(source, report)?;
    let mut fields = Fields::open(&node, source, report)?;
    let title = fields.required_localized("title");
    let description = fields.required_localized("description");
    let publisher = fields.required_localized("publisher");
    let as_of = fields.required_date("as_of");
    if let Some(day) = fields.text("as_of").filter(|_| as_of.is_some_and(|date| date.day.is_none()))
    {
        fields.report().add(Diagnostic::new(
            Code::WrongDate,
            day.location(source),
            Localized::text("`as_of` phải là một ngày", "`as_of` must be a day"),
            Localized::text("thiếu tháng hoặc ngày", "the month or the day is missing"),
            Localized::text(
                "viết năm-tháng-ngày, ví dụ 2026-11-22",
                "write year-month-day, such as 2026-11-22",
            ),
        ));
    }
    let site_url = fields.web_address("site_url");
    let methods =
        [StatusMethod::Linear, StatusMethod::OpenSdg].map(|method| (method.name(), method));
    let status_method = if fields.node("status_method").is_some() {
        fields.choice("status_method", &methods)
    } else {
        Some(StatusMethod::default())
    };
    let png = fields.flag("png");
    let licence = fields.node("licence").and_then(|node| {
        let mut licence = Fields::open(node, source, fields.report())?;
        licence.required_node("url");
        let (name, url) = (licence.own_languages(), licence.web_address("url"));
        licence.finish();
        Some(Licence { name: name?, url: url? })
    });
    let contact = fields.node("contact").and_then(|node| {
        let mut contact = Fields::open(node, source, fields.report())?;
        let (email, url) = (contact.text("email"), contact.web_address("url"));
        let (phone, address) = (contact.text("phone"), contact.localized("address"));
        if let Some(email) = email.as_ref().filter(|email| !is_email(&email.value)) {
            contact.report().add(wrong_value(
                email.location(source),
                Localized::text(
                    format!("`{}` không phải là địa chỉ thư", email.value),
                    format!("`{}` is no e-mail address", email.value),
                ),
                Localized::text(
                    "viết như minhbach@langson.gov.vn",
                    "write it like minhbach@langson.gov.vn",
                ),
            ));
        }
        if let Some(phone) = phone.as_ref().filter(|phone| !is_phone(&phone.value)) {
            contact.report().add(wrong_value(
                phone.location(source),
                Localized::text(
                    format!("`{}` không phải là số điện thoại", phone.value),
                    format!("`{}` is no telephone number", phone.value),
                ),
                Localized::text(
                    "viết một số, như 0205 3812 345 hoặc +84 205 3812 345",
                    "write one number, like 0205 3812 345 or +84 205 3812 345",
                ),
            ));
        }
        contact.finish();
        Some(Contact {
            email: email.map(|text| text.value),
            url,
            phone: phone.map(|text| text.value),
            address,
        })
    });
    let legal_basis = fields.localized("legal_basis");
    let topics = fields.located_texts("topics");
    let languages = fields.located_texts("languages");
    if let Some(first) = languages.first()
        && !["vi", "en"].iter().all(|code| {
            languages.iter().any(|language| language.value == *code) && languages.len() == 2
        })
    {
        fields.report().add(wrong_value(
            first.location(source),
            Localized::text(
                "cổng luôn có đúng hai ngôn ngữ",
                "a portal always has just two languages",
            ),
            Localized::text(
                "viết languages: [vi, en], hoặc bỏ trường này",
                "write languages: [vi, en], or leave the field out",
            ),
        ));
    }
    fields.finish();
    Some(PortalRecord {
        title: title?,
        description: description?,
        publisher: publisher?,
        licence,
        contact,
        legal_basis,
        site_url,
        as_of: as_of?,
        status_method: status_method?,
        topics,
        png,
    })
}

pub fn glossary(source: &Arc<Source>, report: &mut Report) -> Vec<TermRecord> {
    each_of(source, report, "terms", |node, report| {
        let mut fields = Fields::open(node, source, report)?;
        let name = fields.own_languages();
        let abbreviation = fields.text("abbreviation").map(|text| text.value);
        // The international full form (`Human Development Index`) is the same in both languages.
        let full = fields.text("full").map(|text| text.value);
        let note = fields.localized("note");
        fields.finish();
        Some(Term { name: name?, abbreviation, full, note })
    })
}

pub fn place(source: &Arc<Source>, report: &mut Report) -> Option<PlaceRecord> {
    let node = yaml::parse(source, report)?;
    let mut fields = Fields::open(&node, source, report)?;
    let name = fields.required_localized("name");
    let full_name = fields.required_localized("full_name");
    let kind = fields.required_choice(
        "kind",
        &[
            ("province", PlaceKind::Province),
            ("city", PlaceKind::City),
            ("commune", PlaceKind::Commune),
            ("ward", PlaceKind::Ward),
            ("special_zone", PlaceKind::SpecialZone),
        ],
    );
    let code = fields.node("code").and_then(|node| {
        let mut code = Fields::open(node, source, fields.report())?;
        let (list, value) = (code.required_date("list"), code.required_text("value"));
        code.finish();
        Some(PlaceCode { list: list?, value: value?.value })
    });
    let region = fields.localized("region");
    let communes = fields.node("communes").and_then(|node| {
        let mut communes = Fields::open(node, source, fields.report())?;
        let (count, date) = (communes.required_text("count"), communes.required_date("date"));
        let count = count.and_then(|text| {
            let count = text.value.parse::<u32>().ok();
            if count.is_none() {
                communes.report().add(wrong_value(
                    text.location(source),
                    Localized::text(
                        format!("`{}` không phải là số xã, phường", text.value),
                        format!("`{}` is no number of communes", text.value),
                    ),
                    Localized::text(
                        "viết một số nguyên, ví dụ 65",
                        "write a whole number, such as 65",
                    ),
                ));
            }
            count
        });
        communes.finish();
        Some(CommuneCount { count: count?, date: date? })
    });
    let former_names = fields.texts("former_names");
    let mut facts = Vec::new();
    for node in fields.list("facts") {
        let Some(mut fact) = Fields::open(node, source, fields.report()) else { continue };
        let (date, text) = (fact.required_date("date"), fact.own_languages());
        fact.finish();
        if let (Some(date), Some(text)) = (date, text) {
            facts.push(DatedFact { date, text });
        }
    }
    fields.finish();
    Some(PlaceRecord {
        name: name?,
        full_name: full_name?,
        kind: kind?,
        code,
        region,
        communes,
        former_names,
        facts,
    })
}

/// The communes of a province by name.
pub fn communes(source: &Arc<Source>, report: &mut Report) -> Vec<CommuneRecord> {
    each_of(source, report, "communes", |node, report| {
        let mut fields = Fields::open(node, source, report)?;
        let (name, former_names) = (fields.own_languages(), fields.texts("former_names"));
        fields.finish();
        Some(CommuneRecord { name: name?, former_names })
    })
}

pub fn plan(source: &Arc<Source>, report: &mut Report) -> Option<PlanRecord> {
    let node = yaml::parse(source, report)?;
    let mut fields = Fields::open(&node, source, report)?;
    let number = fields.text("number");
    let document_type = fields.required_localized("type");
    let title = fields.required_localized("title");
    let issuer = fields.required_localized("issuer");
    let date = fields.required_located_date("date");
    let signer = fields.node("signer").and_then(|node| {
        let mut signer = Fields::open(node, source, fields.report())?;
        let (name, role) = (signer.required_text("name"), signer.required_localized("role"));
        signer.finish();
        Some(Signer { name: name?.value, role: role? })
    });
    let status = fields.required_choice(
        "status",
        &[
            ("draft", PlanStatus::Draft),
            ("signed", PlanStatus::Signed),
            ("superseded", PlanStatus::Superseded),
        ],
    );
    let text_grade = fields.required_choice(
        "text",
        &[("edition", TextGrade::Edition), ("official", TextGrade::Official)],
    );
    let translations = [("whole", Translation::Whole), ("pending", Translation::Pending)];
    let translation = if fields.node("translation").is_some() {
        fields.choice("translation", &translations)
    } else {
        Some(Translation::Whole)
    };
    let original = fields.node("original").and_then(|node| {
        let mut original = Fields::open(node, source, fields.report())?;
        let (url, page, file) =
            (original.web_address("url"), original.web_address("page"), original.text("file"));
        let sha256 =
            original.text("sha256").and_then(|sum| sha256(&sum, source, original.report()));
        let (posted, description) = (original.located_date("posted"), original.own_languages());
        let description_places = original.language_places();
        original.finish();
        Some(OriginalRecord {
            url,
            page,
            file,
            sha256,
            posted,
            description: description?,
            description_places,
        })
    });
    let publish_original = fields.flag("publish_original");
    let mut relations = Vec::new();
    for node in fields.list("relations") {
        let Some(mut relation) = Fields::open(node, source, fields.report()) else { continue };
        let kind = relation.required_choice(
            "kind",
            &[
                RelationKind::BasedOn,
                RelationKind::Implements,
                RelationKind::Replaces,
                RelationKind::AmendedBy,
                RelationKind::DetailedBy,
            ]
            .map(|kind| (kind.name(), kind)),
        );
        let (document, plan) = (relation.own_languages(), relation.text("plan"));
        let (number, issuer, date, note) = (
            relation.text("number"),
            relation.localized("issuer"),
            relation.located_date("date"),
            relation.localized("note"),
        );
        let (place, document_places) = (relation.place(), relation.language_places());
        relation.finish();
        if let (Some(kind), Some(document)) = (kind, document) {
            relations.push(RelationRecord {
                place,
                kind,
                document,
                document_places,
                number,
                issuer,
                date,
                plan,
                note,
            });
        }
    }
    let mut notes = Vec::new();
    for node in fields.list("notes") {
        let Some(mut note) = Fields::open(node, source, fields.report()) else { continue };
        let (clause, text) = (note.text("clause"), note.own_languages());
        note.finish();
        if let Some(text) = text {
            notes.push(NoteRecord { clause, text });
        }
    }
    let mut aliases = Vec::new();
    for node in fields.list("aliases") {
        let Some(mut alias) = Fields::open(node, source, fields.report()) else { continue };
        let (old, now) = (alias.required_text("old"), alias.required_text("now"));
        alias.finish();
        if let (Some(old), Some(now)) = (old, now) {
            aliases.push(AliasRecord { old, now });
        }
    }
    let corrections = corrections::of_plan(&mut fields);
    fields.finish();
    Some(PlanRecord {
        number,
        document_type: document_type?,
        title: title?,
        issuer: issuer?,
        date: date?,
        signer,
        status: status?,
        text_grade: text_grade?,
        translation: translation?,
        original,
        publish_original,
        relations,
        notes,
        aliases,
        corrections,
    })
}

/// A checksum as `sha256sum` prints it.
fn sha256(sum: &At<String>, source: &Arc<Source>, report: &mut Report) -> Option<At<String>> {
    if sum.value.len() == 64 && sum.value.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Some(At { value: sum.value.to_ascii_lowercase(), range: sum.range.clone() });
    }
    report.add(wrong_value(
        sum.location(source),
        Localized::text("mã kiểm SHA-256 không đúng dạng", "this is no SHA-256 checksum"),
        Localized::text(
            "chép đủ 64 ký tự 0-9, a-f mà lệnh `sha256sum` in ra, trong ngoặc kép",
            "copy the 64 characters 0-9, a-f that `sha256sum` prints, in quotation marks",
        ),
    ));
    None
}

/// The entries of a file that is one list under one field.
fn each_of<T>(
    source: &Arc<Source>,
    report: &mut Report,
    name: &'static str,
    mut read: impl FnMut(&Node, &mut Report) -> Option<T>,
) -> Vec<T> {
    let Some(node) = yaml::parse(source, report) else { return Vec::new() };
    let Some(mut fields) = Fields::open(&node, source, report) else { return Vec::new() };
    fields.required_node(name);
    let nodes = fields.list(name);
    let records = nodes.iter().filter_map(|node| read(node, fields.report())).collect();
    fields.finish();
    records
}

/// A required id: lower-case ASCII letters, digits and hyphens.
fn slug(fields: &mut Fields, name: &'static str) -> Option<At<String>> {
    let id = fields.required_text(name)?;
    if !is_slug(&id.value) {
        let location = id.location(fields.source());
        fields.report().add(wrong_slug(location, &id.value));
        return None;
    }
    Some(id)
}

pub fn is_slug(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 80
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
        && !is_device(text)
}

pub fn wrong_slug(location: Location, text: &str) -> Diagnostic {
    if is_device(text) {
        let other = format!("{}-2", text.to_lowercase());
        return Diagnostic::new(
            Code::WrongSlug,
            location,
            Localized::text(
                format!("Windows không có tệp hay thư mục nào tên là `{text}`"),
                format!("Windows can have no file or folder named `{text}`"),
            ),
            Localized::text("tên của một thiết bị", "the name of a device"),
            Localized::text(
                format!("dùng tên khác, ví dụ {other}"),
                format!("use another name, such as {other}"),
            ),
        );
    }
    let suggestion = crate::language::text::slug(text);
    Diagnostic::new(
        Code::WrongSlug,
        location,
        Localized::text(
            format!("`{text}` không dùng được làm mã trong địa chỉ trang"),
            format!("`{text}` cannot be a part of a web address here"),
        ),
        Localized::text("chỉ dùng a-z, 0-9 và dấu gạch nối", "only a-z, 0-9 and hyphens"),
        Localized::text(format!("hãy gõ {suggestion}"), format!("type {suggestion}")),
    )
}

/// A folder, or a file by what stands before its endings, whose name cannot be a part of web
/// addresses.
pub fn wrong_name(location: Location, name: &str, is_folder: bool) -> Diagnostic {
    let (suggestion, wrong) = (crate::language::text::slug(name), wrong_slug(location, name));
    if is_device(name) {
        return wrong;
    }
    let what = if is_folder {
        Localized::new("thư mục", "folder")
    } else {
        Localized::new("tệp từ", "file from")
    };
    let new = if is_slug(&suggestion) { suggestion.as_str() } else { "ten-moi" };
    let cure = Localized::text(
        format!("đổi tên {} `{name}` thành `{new}`", what.vi),
        format!("rename the {} `{name}` to `{new}`", what.en),
    );
    Diagnostic { cure, ..wrong }
}

/// Digits in groups, with a country's `+` before them.
fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (3..=15).contains(&digits)
        && text
            .strip_prefix('+')
            .unwrap_or(text)
            .chars()
            .all(|sign| sign.is_ascii_digit() || " .-()".contains(sign))
}

fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !text.contains(char::is_whitespace)
    })
}
