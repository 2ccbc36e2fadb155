//! The catalogue: breakdowns, units, topics and indicators, with their references resolved.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::content::Content;
use crate::content::fields::{At, closest};
use crate::content::records::TopicRecord;
use crate::diagnostic::{Code, Diagnostic, Location, Report, Source};
use crate::language::Localized;
use crate::portal::{
    CountUnit, Dimension, DimensionIndex, Indicator, IndicatorIndex, Measure, Member, MemberIndex,
    Topic, TopicIndex,
};

/// What statements refer to.
#[derive(Debug, Default)]
pub struct Catalogue {
    pub dimensions: Vec<Dimension>,
    pub units: Vec<CountUnit>,
    pub topics: Vec<Topic>,
    pub indicators: Vec<Indicator>,
    indicators_by_id: BTreeMap<String, IndicatorIndex>,
}

impl Catalogue {
    pub fn indicator(&self, id: &str) -> Option<IndicatorIndex> {
        self.indicators_by_id.get(id).copied()
    }

    /// The id that was probably meant.
    pub fn closest_indicator(&self, id: &str) -> Option<&str> {
        closest(id, self.indicators_by_id.keys().map(String::as_str))
    }

    pub fn dimension(&self, id: &str) -> Option<DimensionIndex> {
        self.dimensions.iter().position(|dimension| dimension.id == id).map(DimensionIndex)
    }

    pub fn member(&self, dimension: DimensionIndex, id: &str) -> Option<MemberIndex> {
        self.dimensions[dimension.0]
            .members
            .iter()
            .position(|member| member.id == id)
            .map(MemberIndex)
    }
}

pub fn catalogue(content: &mut Content, report: &mut Report) -> Catalogue {
    let mut catalogue = Catalogue::default();
    if let Some((source, records)) = content.dimensions.take() {
        let mut seen = Ids::new(&source);
        for record in records {
            seen.check(&record.id, report);
            let mut seen = Ids::new(&source);
            let members = record
                .members
                .into_iter()
                .map(|member| {
                    seen.check(&member.id, report);
                    Member {
                        terms: with_name(member.terms, &member.name),
                        id: member.id.value,
                        name: member.name,
                    }
                })
                .collect();
            catalogue.dimensions.push(Dimension {
                id: record.id.value,
                name: record.name,
                members,
            });
        }
    }
    if let Some((source, records)) = content.units.take() {
        let mut seen = Ids::new(&source);
        for record in records {
            seen.check(&record.id, report);
            let names = Localized::text(record.name_vi.as_str(), record.name_en_other.as_str());
            let mut terms = with_name(record.terms, &names);
            terms.en.push(record.name_en_one.clone());
            catalogue.units.push(CountUnit {
                id: record.id.value,
                name_vi: record.name_vi,
                name_en_one: record.name_en_one,
                name_en_other: record.name_en_other,
                terms,
            });
        }
    }
    let mut first_uses: BTreeMap<String, Location> = BTreeMap::new();
    for topic in in_order(content, report) {
        add_topic(topic, &mut catalogue, &mut first_uses, report);
    }
    catalogue
}

fn add_topic(
    record: TopicRecord,
    catalogue: &mut Catalogue,
    first_uses: &mut BTreeMap<String, Location>,
    report: &mut Report,
) {
    let TopicRecord { source, slug, name, indicators } = record;
    let topic = TopicIndex(catalogue.topics.len());
    catalogue.topics.push(Topic { slug, name });
    for record in indicators {
        let location = record.id.location(&source);
        if let Some(first) = first_uses.get(&record.id.value) {
            report.add(duplicate_id(location, first.clone(), &record.id.value));
            continue;
        }
        first_uses.insert(record.id.value.clone(), location);
        if let Measure::Counted(unit) = &record.measure.value
            && !catalogue.units.iter().any(|known| known.id == *unit)
        {
            report.add(unknown(
                Code::UnknownReference,
                record.measure.location(&source),
                Localized::text(
                    format!("units.yaml không có đơn vị `{unit}`"),
                    format!("units.yaml has no unit `{unit}`"),
                ),
                closest(unit, catalogue.units.iter().map(|unit| unit.id.as_str())),
            ));
        }
        let breakdowns = record
            .breakdowns
            .iter()
            .filter_map(|id| {
                let dimension = catalogue.dimension(&id.value);
                if dimension.is_none() {
                    report.add(unknown(
                        Code::UnknownBreakdown,
                        id.location(&source),
                        Localized::text(
                            format!("dimensions.yaml không có chiều phân tổ `{}`", id.value),
                            format!("dimensions.yaml has no dimension `{}`", id.value),
                        ),
                        closest(
                            &id.value,
                            catalogue.dimensions.iter().map(|dimension| dimension.id.as_str()),
                        ),
                    ));
                }
                dimension
            })
            .collect();
        let index = IndicatorIndex(catalogue.indicators.len());
        catalogue.indicators_by_id.insert(record.id.value.clone(), index);
        catalogue.indicators.push(Indicator {
            id: record.id.value,
            topic,
            name: record.name,
            definition: record.definition,
            measure: record.measure.value,
            direction: record.direction,
            breakdowns,
            denominator: record.denominator,
            terms: record.terms,
            words: record.words,
            wording: record.wording,
            deed: record.deed,
        });
    }
}

/// The topics as `portal.yaml` orders them; those that it does not name come last, by file.
fn in_order(content: &mut Content, report: &mut Report) -> Vec<TopicRecord> {
    let mut topics = std::mem::take(&mut content.topics);
    let Some((source, portal)) = &content.portal else { return topics };
    for slug in
        portal.topics.iter().filter(|slug| !topics.iter().any(|topic| topic.slug == slug.value))
    {
        report.add(unknown(
            Code::UnknownReference,
            slug.location(source),
            Localized::text(
                format!("không có tệp indicators/{}.yaml", slug.value),
                format!("there is no file indicators/{}.yaml", slug.value),
            ),
            closest(&slug.value, topics.iter().map(|topic| topic.slug.as_str())),
        ));
    }
    // Those alike keep the order of their files.
    topics.sort_by_key(|topic| {
        portal.topics.iter().position(|slug| slug.value == topic.slug).unwrap_or(usize::MAX)
    });
    topics
}

fn with_name(mut terms: Localized<Vec<String>>, name: &Localized) -> Localized<Vec<String>> {
    for (terms, name) in [(&mut terms.vi, &name.vi), (&mut terms.en, &name.en)] {
        if !terms.contains(name) {
            terms.push(name.clone());
        }
    }
    terms
}

/// The ids of one list, each allowed once.
struct Ids<'source> {
    source: &'source Arc<Source>,
    seen: BTreeMap<String, Location>,
}

impl<'source> Ids<'source> {
    fn new(source: &'source Arc<Source>) -> Self {
        Ids { source, seen: BTreeMap::new() }
    }

    fn check(&mut self, id: &At<String>, report: &mut Report) {
        let location = id.location(self.source);
        if let Some(first) = self.seen.get(&id.value) {
            report.add(duplicate_id(location, first.clone(), &id.value));
        } else {
            self.seen.insert(id.value.clone(), location);
        }
    }
}

pub fn duplicate_id(location: Location, first: Location, id: &str) -> Diagnostic {
    Diagnostic::new(
        Code::DuplicateId,
        location,
        Localized::text(
            format!("mã `{id}` đã được dùng"),
            format!("the id `{id}` is already used"),
        ),
        Localized::text("lần thứ hai", "the second time"),
        Localized::text(
            "đặt mã khác bằng `id: ...`, hoặc xóa một trong hai",
            "give another one with `id: ...`, or delete one of the two",
        ),
    )
    .with_related(first, Localized::text("lần thứ nhất", "the first time"))
}

/// A name that nothing has, with the one that was probably meant.
pub fn unknown(
    code: Code,
    location: Location,
    message: Localized,
    close: Option<&str>,
) -> Diagnostic {
    let cure = match close {
        Some(close) => Localized::text(
            format!("có phải ý bạn là `{close}`?"),
            format!("did you mean `{close}`?"),
        ),
        None => Localized::text(
            "kiểm tra chính tả, hoặc thêm mục ấy vào danh mục",
            "look at the spelling, or add it to the catalogue",
        ),
    };
    Diagnostic::new(code, location, message, Localized::text("không tìm thấy", "not found"), cure)
}
