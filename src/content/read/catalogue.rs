//! `dimensions.yaml`, `units.yaml` and the files of `indicators/` to records.

use std::sync::Arc;

use super::{each_of, slug};
use crate::content::fields::{At, Fields, wrong_value};
use crate::content::records::{
    DimensionRecord, IndicatorRecord, MemberRecord, TopicRecord, UnitRecord,
};
use crate::content::yaml::{self, Node};
use crate::diagnostic::{Code, Diagnostic, Report, Source};
use crate::language::Localized;
use crate::portal::{Direction, Measure};

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
                Localized::text(
                    "ví dụ count:school, rate:10000-people",
                    "such as count:school, rate:10000-people",
                ),
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
            counted if counted.starts_with("count:") || counted.starts_with("rate:") => {
                Measure::Counted(counted.to_owned())
            }
            other => {
                fields.report().add(wrong_value(
                    unit.location(source),
                    Localized::text(
                        format!("không có đơn vị `{other}`"),
                        format!("there is no unit `{other}`"),
                    ),
                    Localized::text(
                        "dùng percent, index, level, milestone, date, hoặc count:… / rate:… có \
                         trong units.yaml",
                        "use percent, index, level, milestone, date, or a count:… / rate:… of \
                         units.yaml",
                    ),
                ));
                return None;
            }
        };
        Some(At { value: measure, range: unit.range })
    });
    let direction = fields.required_choice(
        "direction",
        &[("up", Direction::Up), ("down", Direction::Down), ("none", Direction::Neither)],
    );
    let breakdowns = fields.located_texts("breakdowns");
    let denominator = fields.localized("denominator");
    let terms = fields.localized_lists("terms");
    let words = fields.localized_lists("words");
    let wording = fields.localized_lists("wording");
    let deed = fields.localized("deed");
    if let Some(measure) = &measure {
        let without_value = matches!(measure.value, Measure::Milestone | Measure::Date);
        if direction == Some(Direction::Neither) && !without_value {
            fields.report().add(wrong_value(
                measure.location(source),
                Localized::text(
                    "chỉ tiêu có giá trị phải nói chiều nào là tốt hơn",
                    "an indicator with values must say which way is better",
                ),
                Localized::text(
                    "viết direction: up hoặc direction: down",
                    "write direction: up or direction: down",
                ),
            ));
        }
        if matches!(measure.value, Measure::Milestone | Measure::Level)
            && (terms.vi.is_empty() || terms.en.is_empty())
        {
            fields.report().add(Diagnostic::new(
                Code::MissingField,
                measure.location(source),
                Localized::text(
                    "mốc công việc cần `terms`: những từ gọi tên việc ấy trong văn bản",
                    "a milestone needs `terms`: the words that name it in a text",
                ),
                Localized::text("mốc công việc", "a milestone"),
                Localized::text(
                    "thêm terms: {vi: [...], en: [...]}",
                    "add terms: {vi: [...], en: [...]}",
                ),
            ));
        }
    }
    if let Some(measure) =
        measure.as_ref().filter(|measure| deed.is_some() && measure.value != Measure::Milestone)
    {
        fields.report().add(wrong_value(
            measure.location(source),
            Localized::text("chỉ mốc công việc mới có `deed`", "only a milestone has a `deed`"),
            Localized::text(
                "bỏ deed, hoặc viết unit: milestone",
                "leave out deed, or write unit: milestone",
            ),
        ));
    }
    fields.finish();
    Some(IndicatorRecord {
        id: id?,
        name: name?,
        definition: definition?,
        measure: measure?,
        direction: direction?,
        breakdowns,
        denominator,
        terms,
        words,
        wording,
        deed,
    })
}
