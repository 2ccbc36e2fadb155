//! One function per kind of file: from its YAML to its records.

use std::sync::Arc;

use super::fields::{At, Fields, wrong_value};
use super::records::*;
use super::spelling::{self, Misspelt};
use super::yaml::{self, Node, Value};
use crate::diagnostic::{Code, Diagnostic, Location, Report, Source};
use crate::language::Localized;
use crate::portal::{
    CommuneCount, Contact, DatedFact, Direction, Goal, Licence, Measure, Original, PlaceCode, PlaceKind, PlanStatus, RelationKind, Signer, StatementKind, Term,
    TextGrade,
};

pub fn portal(source: &Arc<Source>, report: &mut Report) -> Option<PortalRecord> {
    let node = yaml::parse(source, report)?;
    let mut fields = Fields::open(&node, source, report)?;
    let title = fields.required_localized("title");
    let description = fields.required_localized("description");
    let publisher = fields.required_localized("publisher");
    let as_of = fields.required_date("as_of");
    let site_url = fields.text("site_url");
    if let Some(url) = &site_url
        && !is_web_address(&url.value)
    {
        fields.report().add(wrong_value(
            url.location(source),
            Localized::text("`site_url` phải là địa chỉ web đầy đủ", "`site_url` must be a whole web address"),
            Localized::text("viết như https://langson.gov.vn/minh-bach", "write it like https://langson.gov.vn/minh-bach"),
        ));
    }
    let licence = fields.node("licence").and_then(|node| {
        let mut licence = Fields::open(node, source, fields.report())?;
        let (name, url) = (licence.own_languages(), licence.required_text("url"));
        licence.finish();
        Some(Licence { name: name?, url: url?.value })
    });
    let contact = fields.node("contact").and_then(|node| {
        let mut contact = Fields::open(node, source, fields.report())?;
        let (email, url) = (contact.text("email"), contact.text("url"));
        contact.finish();
        Some(Contact { email: email.map(|text| text.value), url: url.map(|text| text.value) })
    });
    let legal_basis = fields.localized("legal_basis");
    for language in fields.located_texts("languages") {
        if !["vi", "en"].contains(&language.value.as_str()) {
            fields.report().add(wrong_value(
                language.location(source),
                Localized::text(format!("chưa có ngôn ngữ `{}`", language.value), format!("there is no language `{}` yet", language.value)),
                Localized::text("hai ngôn ngữ của cổng là [vi, en]", "the portal's two languages are [vi, en]"),
            ));
        }
    }
    fields.finish();
    Some(PortalRecord {
        title: title?,
        description: description?,
        publisher: publisher?,
        licence,
        contact,
        legal_basis,
        site_url: site_url.map(|url| url.value.trim_end_matches('/').to_owned()),
        as_of: as_of?,
    })
}

pub fn dimensions(source: &Arc<Source>, report: &mut Report) -> Vec<DimensionRecord> {
    each_of(source, report, "dimensions", |node, report| {
        let mut fields = Fields::open(node, source, report)?;
        let (id, name) = (slug(&mut fields, "id"), fields.required_localized("name"));
        let mut members = Vec::new();
        for node in fields.list("members") {
            let Some(mut member) = Fields::open(node, source, fields.report()) else { continue };
            let (id, name) = (slug(&mut member, "id"), member.required_localized("name"));
            let terms = member.localized_lists("terms");
            member.finish();
            if let (Some(id), Some(name)) = (id, name) {
                members.push(MemberRecord { id, name, terms });
            }
        }
        fields.finish();
        Some(DimensionRecord { id: id?, name: name?, members })
    })
}

pub fn units(source: &Arc<Source>, report: &mut Report) -> Vec<UnitRecord> {
    each_of(source, report, "units", |node, report| {
        let mut fields = Fields::open(node, source, report)?;
        let id = fields.required_text("id");
        if let Some(id) = &id
            && !id.value.starts_with("count:")
            && !id.value.starts_with("rate:")
        {
            fields.report().add(wrong_value(
                id.location(source),
                Localized::text(
                    format!("đơn vị `{}` phải bắt đầu bằng `count:` hoặc `rate:`", id.value),
                    format!("the unit `{}` must begin with `count:` or `rate:`", id.value),
                ),
                Localized::text("ví dụ count:school, rate:10000-people", "such as count:school, rate:10000-people"),
            ));
        }
        let name = fields.required_node("name").and_then(|node| {
            let mut name = Fields::open(node, source, fields.report())?;
            let vi = name.required_text("vi");
            let en = name.required_node("en").and_then(|node| {
                let mut forms = Fields::open(node, source, name.report())?;
                let (one, other) = (forms.required_text("one"), forms.required_text("other"));
                forms.finish();
                Some((one?.value, other?.value))
            });
            name.finish();
            Some((vi?.value, en?))
        });
        let terms = fields.localized_lists("terms");
        fields.finish();
        let (name_vi, (name_en_one, name_en_other)) = name?;
        Some(UnitRecord { id: id?, name_vi, name_en_one, name_en_other, terms })
    })
}

pub fn topic(source: &Arc<Source>, slug: &str, report: &mut Report) -> Option<TopicRecord> {
    let node = yaml::parse(source, report)?;
    let mut fields = Fields::open(&node, source, report)?;
    let name = fields.required_localized("topic");
    let mut indicators = Vec::new();
    for node in fields.list("indicators") {
        indicators.extend(indicator(node, source, fields.report()));
    }
    fields.finish();
    Some(TopicRecord { source: Arc::clone(source), slug: slug.to_owned(), name: name?, indicators })
}

fn indicator(node: &Node, source: &Arc<Source>, report: &mut Report) -> Option<IndicatorRecord> {
    let mut fields = Fields::open(node, source, report)?;
    let id = slug(&mut fields, "id");
    let name = fields.required_localized("name");
    let definition = fields.required_localized("definition");
    let measure = fields.required_text("unit").and_then(|unit| {
        let measure = match unit.value.as_str() {
            "percent" => Measure::Percent,
            "index" => Measure::Index,
            "level" => Measure::Level,
            "milestone" => Measure::Milestone,
            "date" => Measure::Date,
            counted if counted.starts_with("count:") || counted.starts_with("rate:") => Measure::Counted(counted.to_owned()),
            other => {
                fields.report().add(wrong_value(
                    unit.location(source),
                    Localized::text(format!("không có đơn vị `{other}`"), format!("there is no unit `{other}`")),
                    Localized::text(
                        "dùng percent, index, level, milestone, date, hoặc count:… / rate:… có trong units.yaml",
                        "use percent, index, level, milestone, date, or a count:… / rate:… of units.yaml",
                    ),
                ));
                return None;
            }
        };
        Some(At { value: measure, range: unit.range })
    });
    let direction = fields.required_choice("direction", &[("up", Direction::Up), ("down", Direction::Down), ("none", Direction::Neither)]);
    let breakdowns = fields.located_texts("breakdowns");
    let denominator = fields.localized("denominator");
    let terms = fields.localized_lists("terms");
    if let Some(measure) = &measure {
        let without_value = matches!(measure.value, Measure::Milestone | Measure::Date);
        if direction == Some(Direction::Neither) && !without_value {
            fields.report().add(wrong_value(
                measure.location(source),
                Localized::text("chỉ tiêu có giá trị phải nói chiều nào là tốt hơn", "an indicator with values must say which way is better"),
                Localized::text("viết direction: up hoặc direction: down", "write direction: up or direction: down"),
            ));
        }
        if measure.value == Measure::Milestone && (terms.vi.is_empty() || terms.en.is_empty()) {
            fields.report().add(Diagnostic::new(
                Code::MissingField,
                measure.location(source),
                Localized::text(
                    "mốc công việc cần `terms`: những từ gọi tên việc ấy trong văn bản",
                    "a milestone needs `terms`: the words that name it in a text",
                ),
                Localized::text("mốc công việc", "a milestone"),
                Localized::text("thêm terms: {vi: [...], en: [...]}", "add terms: {vi: [...], en: [...]}"),
            ));
        }
    }
    fields.finish();
    Some(IndicatorRecord { id: id?, name: name?, definition: definition?, measure: measure?, direction: direction?, breakdowns, denominator, terms })
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
                    Localized::text(format!("`{}` không phải là số xã, phường", text.value), format!("`{}` is no number of communes", text.value)),
                    Localized::text("viết một số nguyên, ví dụ 65", "write a whole number, such as 65"),
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
    Some(PlaceRecord { name: name?, full_name: full_name?, kind: kind?, code, region, communes, former_names, facts })
}

pub fn plan(source: &Arc<Source>, report: &mut Report) -> Option<PlanRecord> {
    let node = yaml::parse(source, report)?;
    let mut fields = Fields::open(&node, source, report)?;
    let number = fields.text("number").map(|text| text.value);
    let document_type = fields.required_localized("type");
    let title = fields.required_localized("title");
    let issuer = fields.required_localized("issuer");
    let date = fields.required_date("date");
    let signer = fields.node("signer").and_then(|node| {
        let mut signer = Fields::open(node, source, fields.report())?;
        let (name, role) = (signer.required_text("name"), signer.required_localized("role"));
        signer.finish();
        Some(Signer { name: name?.value, role: role? })
    });
    let status = fields.required_choice("status", &[("draft", PlanStatus::Draft), ("signed", PlanStatus::Signed), ("superseded", PlanStatus::Superseded)]);
    let text_grade = fields.required_choice("text", &[("edition", TextGrade::Edition), ("official", TextGrade::Official)]);
    let original = fields.node("original").and_then(|node| {
        let mut original = Fields::open(node, source, fields.report())?;
        let (url, description) = (original.text("url"), original.own_languages());
        let url = url.and_then(|url| {
            let safe = is_web_address(&url.value);
            if !safe {
                original.report().add(wrong_value(
                    url.location(source),
                    Localized::text(format!("`{}` không phải là địa chỉ web", url.value), format!("`{}` is no web address", url.value)),
                    Localized::text("viết địa chỉ bắt đầu bằng https://", "write an address that begins with https://"),
                ));
            }
            safe.then_some(url.value)
        });
        original.finish();
        Some(Original { url, description: description? })
    });
    let mut relations = Vec::new();
    for node in fields.list("relations") {
        let Some(mut relation) = Fields::open(node, source, fields.report()) else { continue };
        let kind = relation.required_choice(
            "kind",
            &[
                ("based_on", RelationKind::BasedOn),
                ("implements", RelationKind::Implements),
                ("replaces", RelationKind::Replaces),
                ("amended_by", RelationKind::AmendedBy),
                ("detailed_by", RelationKind::DetailedBy),
            ],
        );
        let (document, plan) = (relation.own_languages(), relation.text("plan"));
        relation.finish();
        if let (Some(kind), Some(document)) = (kind, document) {
            relations.push(RelationRecord { kind, document, plan });
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
        original,
        relations,
        notes,
    })
}

/// `targets.yaml`: what the plan's clauses say.
pub fn targets(source: &Arc<Source>, report: &mut Report) -> Vec<StatementRecord> {
    each_of(source, report, "targets", |node, report| statement(node, source, report, true))
}

/// `results.yaml`: what was reported outside the portal's plans.
pub fn results(source: &Arc<Source>, report: &mut Report) -> Vec<StatementRecord> {
    each_of(source, report, "results", |node, report| statement(node, source, report, false))
}

fn statement(node: &Node, source: &Arc<Source>, report: &mut Report, in_plan: bool) -> Option<StatementRecord> {
    let mut fields = Fields::open(node, source, report)?;
    let id = fields.node("id").and_then(|_| slug(&mut fields, "id"));
    let indicator = fields.required_text("indicator");
    let breakdown = fields.node("breakdown").map_or_else(Vec::new, |node| pairs(node, &mut fields));
    let goal = fields.required_text(if in_plan { "goal" } else { "value" }).and_then(|text| spelt(&text, spelling::goal, source, fields.report()));
    let period = fields.required_text("period").and_then(|text| spelt(&text, spelling::period, source, fields.report()));
    let denominator = fields.localized("denominator");
    let note = fields.localized("note");
    let series_break = fields.flag("series_break");
    if series_break && note.is_none() {
        let place = fields.place();
        fields.report().add(Diagnostic::new(
            Code::MissingField,
            Location::new(source, place),
            Localized::text("chuỗi số liệu bị ngắt (`series_break`) cần `note` nói vì sao", "a `series_break` wants a `note` that says why"),
            Localized::text("trong phần bắt đầu ở đây", "in what begins here"),
            Localized::text("thêm note: {vi: ..., en: ...}", "add note: {vi: ..., en: ...}"),
        ));
    }
    let kinds =
        [("target", StatementKind::Target), ("baseline", StatementKind::Baseline), ("result", StatementKind::Result), ("deadline", StatementKind::Deadline)];
    let (kind, conflicts_with, support) = if in_plan {
        let kind = if fields.node("kind").is_some() { fields.choice("kind", &kinds) } else { Some(StatementKind::Target) };
        let conflicts_with = fields.text("conflicts_with");
        let clause = fields.required_text("clause");
        let quote = fields.required_node("quote").and_then(|node| located_languages(node, &mut fields));
        let carried_from = fields.node("carried_from").and_then(|node| located_languages(node, &mut fields));
        let support = clause.zip(quote).map(|(clause, quote)| SupportRecord::Clause { clause, quote, carried_from });
        (kind, conflicts_with, support)
    } else {
        let support = fields.required_node("source").and_then(|node| {
            let mut outside = Fields::open(node, source, fields.report())?;
            let (title, url) = (outside.own_languages(), outside.text("url"));
            outside.finish();
            Some(SupportRecord::Outside { title: title?, url: url.map(|url| url.value).filter(|url| is_web_address(url)) })
        });
        (Some(StatementKind::Result), None, support)
    };
    let place = fields.place();
    fields.finish();
    let goal = goal?;
    if kind == Some(StatementKind::Deadline) && !matches!(goal.value, Goal::Before(_)) && !matches!(goal.value, Goal::Complete) {
        report.add(wrong_value(
            goal.location(source),
            Localized::text("hạn chót cần một ngày", "a deadline needs a day"),
            Localized::text("viết goal: \"before 12-10\" hoặc goal: \"before 2026-03-31\"", "write goal: \"before 12-10\" or goal: \"before 2026-03-31\""),
        ));
    }
    Some(StatementRecord {
        place,
        id,
        kind: kind?,
        indicator: indicator?,
        breakdown,
        goal,
        period: period?,
        denominator,
        note,
        series_break,
        conflicts_with,
        support: support?,
    })
}

/// The entries of a file that is one list under one field.
fn each_of<T>(source: &Arc<Source>, report: &mut Report, name: &'static str, mut read: impl FnMut(&Node, &mut Report) -> Option<T>) -> Vec<T> {
    let Some(node) = yaml::parse(source, report) else { return Vec::new() };
    let Some(mut fields) = Fields::open(&node, source, report) else { return Vec::new() };
    fields.required_node(name);
    let nodes = fields.list(name);
    let records = nodes.iter().filter_map(|node| read(node, fields.report())).collect();
    fields.finish();
    records
}

/// `{level: primary, area: disadvantaged}`.
fn pairs(node: &Node, fields: &mut Fields) -> Vec<(At<String>, At<String>)> {
    match &node.value {
        Value::Map(entries) => entries
            .iter()
            .filter_map(|entry| {
                let value = fields.scalar(&entry.value)?;
                Some((At { value: entry.key.clone(), range: entry.key_range.clone() }, value))
            })
            .collect(),
        _ => {
            fields.wrong(
                node,
                Localized::text("`breakdown` cần chiều phân tổ và giá trị của nó", "`breakdown` needs a dimension and its member"),
                Localized::text("viết breakdown: {level: primary}", "write breakdown: {level: primary}"),
            );
            Vec::new()
        }
    }
}

fn located_languages(node: &Node, fields: &mut Fields) -> Option<Localized<At<String>>> {
    let source = fields.source();
    let mut languages = Fields::open(node, source, fields.report())?;
    let (vi, en) = (languages.required_text("vi"), languages.required_text("en"));
    languages.finish();
    Some(Localized { vi: vi?, en: en? })
}

fn spelt<T>(text: &At<String>, read: impl Fn(&str) -> Result<T, Misspelt>, source: &Arc<Source>, report: &mut Report) -> Option<At<T>> {
    match read(&text.value) {
        Ok(value) => Some(At { value, range: text.range.clone() }),
        Err(Misspelt { code, message, cure }) => {
            // What the YAML reader has already said need not be said again.
            if !text.value.starts_with('›') {
                report.add(Diagnostic::new(code, text.location(source), message, Localized::text("giá trị này", "this value"), cure));
            }
            None
        }
    }
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
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
}

pub fn wrong_slug(location: Location, text: &str) -> Diagnostic {
    let suggestion: String =
        crate::language::text::fold(text).chars().map(|character| if character.is_ascii_alphanumeric() { character } else { '-' }).collect();
    let suggestion = suggestion.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    Diagnostic::new(
        Code::WrongSlug,
        location,
        Localized::text(format!("`{text}` không dùng được làm mã trong địa chỉ trang"), format!("`{text}` cannot be a part of a web address here")),
        Localized::text("chỉ dùng a-z, 0-9 và dấu gạch nối", "only a-z, 0-9 and hyphens"),
        Localized::text(format!("hãy gõ {suggestion}"), format!("type {suggestion}")),
    )
}

fn is_web_address(text: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| text.strip_prefix(scheme).is_some_and(|rest| !rest.is_empty() && !rest.contains(char::is_whitespace)))
}
