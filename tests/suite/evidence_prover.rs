//! The prover without files: a claim about one sentence in one language, by the catalogue of
//! `tests/evidence/base`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use minhbach::BuildOptions;
use minhbach::assemble::Overrides;
use minhbach::evidence::{
    Claim, Failure, Mention, OwnWords, Proof, UnitInPlan, Vocabulary, prove, read,
};
use minhbach::language::{Language, Localized};
use minhbach::portal::{
    Breakdown, DimensionIndex, Goal, Indicator, Measure, MemberIndex, Period, Portal, StatementKind,
};

use crate::evidence_portal::base;

pub struct Catalogue {
    portal: Portal,
    vocabularies: Localized<Vocabulary>,
    /// By indicator.
    own: Vec<Localized<OwnWords>>,
}

/// The catalogue, read once for all tests.
pub fn catalogue() -> &'static Catalogue {
    static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
        let options = BuildOptions {
            content: base(),
            theme: None,
            out: base().join("site"),
            cache: None,
            overrides: Overrides::default(),
            jobs: Some(1),
            timings: false,
        };
        let (report, portal) =
            minhbach::check(&options).unwrap_or_else(|_| panic!("it is readable"));
        assert!(!report.has_errors());
        let portal = portal.expect("a portal");
        let vocabularies = Localized::from_fn(|language| vocabulary(&portal, language));
        let own = portal.indicators.iter().map(|indicator| own(&portal, indicator)).collect();
        Catalogue { portal, vocabularies, own }
    });
    &CATALOGUE
}

/// What assembling a portal makes of its catalogue.
fn vocabulary(portal: &Portal, language: Language) -> Vocabulary {
    let mut vocabulary = Vocabulary::new(language, &portal.units, &portal.dimensions);
    for indicator in &portal.indicators {
        let names = indicator
            .words
            .get(language)
            .iter()
            .chain(indicator.terms.get(language))
            .chain(indicator.wording.get(language));
        vocabulary.name(names.map(String::as_str));
        vocabulary.describe(
            [indicator.name.get(language).as_str(), indicator.definition.get(language)].into_iter(),
        );
    }
    vocabulary
}

fn own(portal: &Portal, indicator: &Indicator) -> Localized<OwnWords> {
    Localized::from_fn(|language| {
        let (own, groups) = own_texts(portal, indicator, language);
        OwnWords::new(own.iter().map(String::as_str)).with_groups(groups.iter().map(String::as_str))
    })
}

/// The words of the indicator's names and definition and of its unit; and of its groups.
fn own_texts(
    portal: &Portal,
    indicator: &Indicator,
    language: Language,
) -> (Vec<String>, Vec<String>) {
    let unit =
        portal.units.iter().filter(|unit| indicator.measure == Measure::Counted(unit.id.clone()));
    let members =
        indicator.breakdowns.iter().flat_map(|dimension| &portal.dimensions[dimension.0].members);
    let groups = members.flat_map(|member| member.terms.get(language));
    let terms = [&indicator.words, &indicator.terms, &indicator.wording]
        .into_iter()
        .flat_map(|terms| terms.get(language));
    let texts = [&indicator.name, &indicator.definition].map(|text| text.get(language));
    let own = terms.chain(unit.flat_map(|unit| unit.terms.get(language))).chain(texts);
    (own.cloned().collect(), groups.cloned().collect())
}

/// A figure that a sentence is to say.
#[derive(Clone, Debug)]
pub struct Row {
    pub indicator: &'static str,
    pub goal: Goal,
    pub period: Period,
    /// Ids of dimension and member.
    pub group: Option<(&'static str, &'static str)>,
}

impl Catalogue {
    pub fn vocabulary(&self, language: Language) -> &Vocabulary {
        self.vocabularies.get(language)
    }

    fn indicator(&self, id: &str) -> usize {
        self.portal
            .indicators
            .iter()
            .position(|indicator| indicator.id == id)
            .expect("an indicator of the catalogue")
    }

    fn breakdown(&self, row: &Row) -> Breakdown {
        let group = row.group.map(|(dimension, member)| {
            let dimension = self
                .portal
                .dimensions
                .iter()
                .position(|record| record.id == dimension)
                .expect("a dimension");
            let members = &self.portal.dimensions[dimension].members;
            let member = members.iter().position(|record| record.id == member).expect("a member");
            (DimensionIndex(dimension), MemberIndex(member))
        });
        Breakdown(group.into_iter().collect())
    }

    /// The words of the indicator's names and definition, of its unit and its groups.
    pub fn own_words(&self, indicator: &str, language: Language) -> BTreeSet<String> {
        let (own, groups) =
            own_texts(&self.portal, &self.portal.indicators[self.indicator(indicator)], language);
        let texts = own.into_iter().chain(groups).collect::<Vec<_>>().join(" ").to_lowercase();
        texts
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    }

    /// The single words of all indicators.
    pub fn words(&self, language: Language) -> BTreeSet<String> {
        self.portal
            .indicators
            .iter()
            .flat_map(|indicator| self.own_words(&indicator.id, language))
            .collect()
    }

    pub fn portal(&self) -> &Portal {
        &self.portal
    }

    /// Whether the text, under a heading with targets for 2030, says the row.
    pub fn prove(
        &self,
        text: &str,
        quote: &str,
        language: Language,
        row: &Row,
    ) -> Result<Proof, Vec<Failure>> {
        let mentions = read(text, language, self.vocabulary(language));
        self.prove_in(&unit(text, &mentions, language), quote, row)
    }

    /// Whether the unit says the row.
    pub fn prove_in(
        &self,
        unit: &UnitInPlan,
        quote: &str,
        row: &Row,
    ) -> Result<Proof, Vec<Failure>> {
        let language = unit.language;
        let index = self.indicator(row.indicator);
        let indicator = &self.portal.indicators[index];
        let breakdown = self.breakdown(row);
        let claim = Claim {
            kind: StatementKind::Target,
            goal: row.goal,
            name: indicator.name.get(language),
            measure: &indicator.measure,
            period: row.period,
            breakdown: &breakdown,
            dimensions: &indicator.breakdowns,
            quote,
            carried_from: None,
            terms: indicator.terms.get(language),
            words: indicator.words.get(language),
            own: self.own[index].get(language),
            denominator: None,
            reading: false,
        };
        prove(&claim, unit, self.vocabulary(language))
    }
}

/// The text under a heading with targets for 2030, in a plan of 2026.
pub fn unit<'text>(
    text: &'text str,
    mentions: &'text [Mention],
    language: Language,
) -> UnitInPlan<'text> {
    let heading = match language {
        Language::Vi => "I. MỤC TIÊU ĐẾN NĂM 2030",
        Language::En => "I. TARGETS FOR 2030",
    };
    UnitInPlan {
        language,
        text,
        mentions,
        headings: vec![heading],
        title: "",
        lead_ins: Vec::new(),
        notes_below: Vec::new(),
        notes: Vec::new(),
        next: None,
        made: Some(2026),
        places: &[],
        cell: None,
    }
}
