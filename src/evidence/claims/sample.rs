//! A small portal vocabulary, and claims against texts in one line.

use crate::evidence::table::{CellInTable, Column, Label, LabelPlace, Row};
use crate::evidence::{
    Claim, Failure, Mention, OwnWords, Proof, UnitInPlan, Vocabulary, prove, read,
};
use crate::language::{Language, Localized, date::Date};
use crate::portal::{
    Breakdown, Comparator, CountUnit, Dimension, DimensionIndex, DueDay, Goal, Measure, Member,
    MemberIndex, Period, StatementKind,
};

pub fn dimensions() -> Vec<Dimension> {
    let words = |words: &str| words.split('|').map(str::to_owned).collect::<Vec<_>>();
    let member = |id: &str, vi: &str, en: &str| Member {
        id: id.to_owned(),
        name: Localized::text(words(vi).swap_remove(0), words(en).swap_remove(0)),
        terms: Localized::new(words(vi), words(en)),
    };
    let dimension = |id: &str, members: Vec<Member>| Dimension {
        id: id.to_owned(),
        name: Localized::text(id, id),
        members,
    };
    vec![
        dimension(
            "level",
            vec![
                member("preschool", "mầm non|MN", "preschool|preschools"),
                member("primary", "tiểu học|cấp tiểu học", "primary|primary schools|primary level"),
                member(
                    "lower-secondary",
                    "trung học cơ sở|cấp trung học cơ sở|THCS",
                    "lower secondary|lower secondary level",
                ),
                member(
                    "upper-secondary",
                    "trung học phổ thông|cấp trung học phổ thông",
                    "upper secondary|upper secondary level",
                ),
                member("secondary", "trung học", "secondary"),
            ],
        ),
        dimension(
            "grade",
            vec![
                member("level-2", "mức độ 2", "level 2"),
                member("level-3", "mức độ 3", "level 3"),
            ],
        ),
        dimension(
            "staff",
            vec![
                member("teachers", "nhà giáo|giáo viên", "teachers"),
                member("managers", "cán bộ quản lý", "managers|education managers"),
            ],
        ),
        dimension(
            "boarding",
            vec![
                member("boarding", "dân tộc nội trú|nội trú", "boarding"),
                member("semi-boarding", "bán trú", "semi-boarding"),
            ],
        ),
    ]
}

/// The member by its id.
pub fn of(ids: &[&str]) -> Breakdown {
    let dimensions = dimensions();
    let find = |id: &str| {
        let places = dimensions.iter().enumerate().flat_map(|(dimension, record)| {
            record
                .members
                .iter()
                .enumerate()
                .map(move |(member, record)| (dimension, member, record))
        });
        places
            .filter(|(.., record)| record.id == id)
            .map(|(dimension, member, _)| (DimensionIndex(dimension), MemberIndex(member)))
            .next()
            .expect("a member of the sample")
    };
    Breakdown(ids.iter().map(|id| find(id)).collect())
}

pub fn units() -> Vec<CountUnit> {
    let words = |words: &str| words.split('|').map(str::to_owned).collect::<Vec<_>>();
    let unit = |id: &str, vi: &str, en: &str| CountUnit {
        id: id.to_owned(),
        name_vi: words(vi).swap_remove(0),
        name_en_one: words(en).swap_remove(0),
        name_en_other: words(en).pop().unwrap_or_default(),
        terms: Localized::new(words(vi), words(en)),
    };
    vec![
        unit(
            "count:school",
            "trường|trường học|trường mầm non|trường tiểu học",
            "school|preschools|schools",
        ),
        unit("count:commune", "xã|xã, phường|xã biên giới", "commune|communes and wards|communes"),
        unit("count:student", "sinh viên|học sinh", "student|students"),
        unit(
            "rate:10000-people",
            "sinh viên/vạn dân",
            "student per 10,000 people|students per 10,000 people",
        ),
    ]
}

/// A claim about a text; the rest is what a plain one has.
#[derive(Clone)]
pub struct Case {
    pub language: Language,
    pub kind: StatementKind,
    pub name: &'static str,
    pub text: &'static str,
    pub quote: &'static str,
    pub goal: Goal,
    pub measure: Measure,
    pub period: Period,
    pub breakdown: Breakdown,
    pub dimensions: Vec<DimensionIndex>,
    pub carried_from: Option<&'static str>,
    pub terms: Vec<String>,
    pub words: Vec<String>,
    pub headings: Vec<&'static str>,
    pub title: &'static str,
    pub cell: Option<CellInTable<'static>>,
}

/// A percentage that a Vietnamese text without a period is to prove.
pub fn claim(text: &'static str, quote: &'static str, goal: Goal) -> Case {
    Case {
        language: Language::Vi,
        kind: StatementKind::Target,
        name: "",
        text,
        quote,
        goal,
        measure: Measure::Percent,
        period: Period::None,
        breakdown: Breakdown::default(),
        dimensions: Vec::new(),
        carried_from: None,
        terms: Vec::new(),
        words: Vec::new(),
        headings: Vec::new(),
        title: "",
        cell: None,
    }
}

impl Case {
    pub fn english(mut self) -> Case {
        self.language = Language::En;
        self
    }

    pub fn of(mut self, members: &[&str]) -> Case {
        self.breakdown = of(members);
        self
    }

    /// The indicator may be split by these dimensions of the sample.
    pub fn split_by(mut self, ids: &[&str]) -> Case {
        let dimensions = dimensions();
        self.dimensions = (0..dimensions.len())
            .filter(|index| ids.contains(&dimensions[*index].id.as_str()))
            .map(DimensionIndex)
            .collect();
        self
    }

    pub fn counted(mut self, unit: &str) -> Case {
        self.measure = Measure::Counted(unit.to_owned());
        self
    }

    pub fn in_period(mut self, period: Period) -> Case {
        self.period = period;
        self
    }

    pub fn under(mut self, headings: &[&'static str], title: &'static str) -> Case {
        self.headings = headings.to_vec();
        self.title = title;
        self
    }

    pub fn in_table(mut self, column: &'static str, row: &[&'static str]) -> Case {
        let is_unit = |text: &str| {
            text == "%"
                || units()
                    .iter()
                    .any(|unit| unit.terms.vi.iter().any(|term| term.eq_ignore_ascii_case(text)))
        };
        let is_unit = |text: &str| is_unit(text) || is_unit(&text.to_lowercase());
        let is_number = |text: &str| text.chars().all(|sign| sign.is_ascii_digit());
        let names = row.iter().filter(|text| !is_unit(text) && !is_number(text));
        self.cell = Some(CellInTable {
            row: Row::Body,
            column: Column::Value,
            heads: vec![column],
            labels: names.map(|text| Label { text, place: LabelPlace::Own }).collect(),
            number: None,
            unit_column: row.iter().copied().find(|text| is_unit(text)),
            times: Vec::new(),
            notes: Vec::new(),
            above: Vec::new(),
            is_total: false,
            is_part: false,
            unclear: None,
        });
        self
    }

    pub fn about(mut self, terms: &[&str]) -> Case {
        self.measure = Measure::Milestone;
        self.terms = terms.iter().map(|term| (*term).to_owned()).collect();
        self
    }

    /// The indicator's own words.
    pub fn called(mut self, words: &[&str]) -> Case {
        self.words = words.iter().map(|word| (*word).to_owned()).collect();
        self
    }

    pub fn carried(mut self, marker: &'static str) -> Case {
        self.carried_from = Some(marker);
        self
    }

    pub fn mentions(&self) -> Vec<Mention> {
        read(self.text, self.language, &Vocabulary::new(self.language, &units(), &dimensions()))
    }

    pub fn unit<'case>(&self, mentions: &'case [Mention]) -> UnitInPlan<'case> {
        UnitInPlan {
            language: self.language,
            text: self.text,
            mentions,
            headings: self.headings.clone(),
            title: self.title,
            lead_ins: Vec::new(),
            notes_below: Vec::new(),
            notes: Vec::new(),
            next: None,
            made: None,
            places: &[],
            cell: self.cell.clone(),
        }
    }

    pub fn prove(&self) -> Result<Proof, Vec<Failure>> {
        let mut vocabulary = Vocabulary::new(self.language, &units(), &dimensions());
        // These cases are about values, times and groups: every word of theirs is a name.
        vocabulary.describe([self.text].into_iter());
        let labels = self.cell.iter().flat_map(|cell| {
            cell.labels
                .iter()
                .map(|label| label.text)
                .chain(cell.heads.iter().copied())
                .chain(cell.above.iter().copied())
        });
        let own = OwnWords::new(labels.chain([self.text, self.name]));
        let mentions = self.mentions();
        let claim = Claim {
            kind: self.kind,
            goal: self.goal,
            name: self.name,
            measure: &self.measure,
            period: self.period,
            breakdown: &self.breakdown,
            dimensions: &self.dimensions,
            quote: self.quote,
            carried_from: self.carried_from,
            terms: &self.terms,
            words: &self.words,
            own: &own,
            denominator: None,
            reading: false,
        };
        prove(&claim, &self.unit(&mentions), &vocabulary)
    }

    /// The one failure.
    pub fn failure(&self) -> Failure {
        let mut failures = self.prove().expect_err(self.quote);
        assert_eq!(failures.len(), 1, "{failures:?}");
        failures.swap_remove(0)
    }
}

pub fn value(comparator: Comparator, number: &str) -> Goal {
    Goal::Value { comparator, value: number.parse().expect("a decimal") }
}

pub fn reach(number: &str) -> Goal {
    value(Comparator::Reach, number)
}

pub fn range(low: &str, high: &str) -> Goal {
    Goal::between(low.parse().expect("a decimal"), high.parse().expect("a decimal"))
}

pub fn before(date: &str) -> Goal {
    Goal::Before(DueDay::Once(Date::parse(date).expect("a date")))
}
