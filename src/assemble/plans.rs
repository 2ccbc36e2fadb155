//! A plan's folder to a plan with its proven rows.

use std::sync::Arc;

use super::catalogue::Catalogue;
use super::citations::cited_unit;
use super::corrections::{self, Said};
use super::identities::{self, Identity};
use super::lineage::{self, Related};
use super::places::PlanFiles;
use super::proofs::{self, ReadText, Vocabularies};
use super::{both, contradictions, coverage, rows, translations};
use crate::content::fields::At;
use crate::content::records::{NoteRecord, OriginalRecord, PlanRecord, RelationRecord};
use crate::content::{plan_name, signed_copy_path};
use crate::diagnostic::{Code, Diagnostic, Level, Location, Report, Source};
use crate::language::{Language, Localized, date::Date};
use crate::markdown;
use crate::portal::{Original, Place, PlaceIndex, Plan, PlanNote, PlanText, Translation, UnitIndex};

/// A plan, and what can only be said once all plans have their places.
pub struct AssembledPlan {
    pub plan: Plan,
    pub rows: Vec<rows::Row>,
    /// Relation by relation, where it stands.
    pub related: Vec<Related>,
}

/// Reads both texts, holds them against each other and proves every row.
pub fn plan(files: PlanFiles, catalogue: &Catalogue, vocabularies: &Vocabularies, report: &mut Report) -> Option<AssembledPlan> {
    let PlanFiles { place, slug, source, record, texts, original: signed_source, targets, lock } = files;
    if texts.vi.is_none() && texts.en.is_none() {
        report.add(crate::content::missing_file(Location::file(&source), "plan.vi.md"));
        return None;
    }
    let sources = both(texts, "plan", report)?;
    let text = Localized { vi: markdown::plan_text(&sources.vi, Language::Vi, report), en: markdown::plan_text(&sources.en, Language::En, report) };
    if text.vi.units.is_empty() {
        report.add(Diagnostic::new(
            Code::MissingField,
            Location::file(&sources.vi),
            Localized::text("tệp không có văn bản", "the file holds no text"),
            Localized::text("tệp này", "this file"),
            Localized::text("chép văn bản của kế hoạch vào đây", "put the plan's text here"),
        ));
        return None;
    }
    let same = markdown::same_structure(&text.vi, &text.en, &sources.vi, &sources.en, report);
    let PlanRecord { number, document_type, title, issuer, date, signer, status, text_grade, original, publish_original, relations, notes, corrections } =
        record;
    let vi = ReadText::new(Language::Vi, vocabularies, &sources.vi, &text.vi, &title.vi);
    let en = ReadText::new(Language::En, vocabularies, &sources.en, &text.en, &title.en);
    let notes = plan_notes(notes, &text.vi, &source, report);
    // An impossible date that the document itself prints is a warning until a note at its unit settles it.
    let settled = |unit: UnitIndex| notes.iter().any(|note| note.unit == Some(unit));
    for (text, source) in [(&text.vi, &sources.vi), (&text.en, &sources.en)] {
        markdown::report_impossible_dates(text, source, settled, report);
    }
    if !same {
        // Whatever was said of the rows now would only repeat that the texts differ.
        return None;
    }
    proofs::compare_titles(&vi, &en, report);
    proofs::compare_languages(&vi, &en, report);
    let behind = lock.map_or_else(Vec::new, |lock| translations::unconfirmed(&lock, &text, &vi, &en, &source, &plan_name(&source.path), report));
    let signed_text = signed_source.as_ref().map(markdown::signed_text);
    let signed = signed_source.as_ref().zip(signed_text.as_ref()).map(|(source, text)| ReadText::new(Language::Vi, vocabularies, source, text, &title.vi));
    let mut proven = Vec::new();
    let mut uncovered = Vec::new();
    if let Some((targets_source, records)) = targets {
        let errors = report.count(Level::Error);
        proven = rows::rows(place, &targets_source, &records.targets, &Localized { vi: &vi, en: &en }, signed.as_ref(), catalogue, report);
        contradictions::report_unsettled(&proven, settled, &catalogue.indicators, report);
        // While a row is wrong, its figure would seem to be nobody's.
        if records.unread == 0 && report.count(Level::Error) == errors {
            let taken = proven.iter().filter_map(rows::Row::figure).collect();
            uncovered = coverage::uncovered(&vi, &taken, &records.ignored, &targets_source, report);
        }
    }
    check_identities(&number, &date, original.as_ref(), &relations, &source, vocabularies, report);
    let (number, date) = (number.map(|number| number.value), date.value);
    let said = Said { number: number.as_deref(), document_type: &document_type, title: &title, issuer: &issuer, signer: signer.as_ref(), date };
    let corrections = corrections::of_plan(corrections, &said, &text, &source, report);
    let (relations, related) = lineage::relations(relations, &source);
    let has_signed_text = signed.is_some();
    drop((vi, en, signed));
    let signed_text_path = (publish_original && has_signed_text).then(|| signed_copy_path(&source.path));
    let original = original.map(|OriginalRecord { url, page, file, sha256, posted, description }| Original {
        url,
        page,
        file: file.map(|file| file.value),
        sha256,
        posted,
        description,
    });
    let plan = Plan {
        slug,
        place,
        number,
        document_type,
        title,
        issuer,
        date,
        signer,
        status,
        text_grade,
        original,
        translation: Translation::Whole,
        behind,
        has_signed_text,
        signed_text_path,
        relations,
        notes,
        corrections,
        text,
        uncovered,
    };
    Some(AssembledPlan { plan, rows: proven, related })
}

/// Holds the numbers and dates of the plan and of its relations against the words about them.
fn check_identities(
    number: &Option<At<String>>,
    date: &At<Date>,
    original: Option<&OriginalRecord>,
    relations: &[RelationRecord],
    source: &Arc<Source>,
    vocabularies: &Vocabularies,
    report: &mut Report,
) {
    let own = original.map(|original| Identity {
        number: number.as_ref().map(|number| (number.value.as_str(), &number.range)),
        date: Some((date.value, &date.range)),
        words: &original.description,
    });
    let related = relations.iter().map(|relation| Identity {
        number: relation.number.as_ref().map(|number| (number.value.as_str(), &number.range)),
        date: relation.date.as_ref().map(|date| (date.value, &date.range)),
        words: &relation.document,
    });
    for identity in own.into_iter().chain(related) {
        identities::check(&identity, source, vocabularies, report);
    }
}

/// `lang-son/243-2025`, `lang-son/bang-mac/nghi-quyet-2025`: how relations name a plan.
pub fn plan_path(places: &[Place], place: PlaceIndex, slug: &str) -> String {
    let place = &places[place.0];
    let parent = place.parent.map_or_else(String::new, |parent| format!("{}/", places[parent.0].slug));
    format!("{parent}{}/{slug}", place.slug)
}

fn plan_notes(records: Vec<NoteRecord>, text: &PlanText, source: &Arc<Source>, report: &mut Report) -> Vec<PlanNote> {
    records
        .into_iter()
        .map(|NoteRecord { clause, text: note }| PlanNote { unit: clause.and_then(|clause| cited_unit(&clause, text, source, report)), text: note })
        .collect()
}
