//! A plan's folder to a plan with its proven rows.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::catalogue::{Catalogue, duplicate_id};
use super::citations::cited_unit;
use super::corrections::{self, Said};
use super::identities::{self, Identity};
use super::languages::both;
use super::origins::PlanOrigin;
use super::places::PlanFiles;
use super::proofs::{self, ReadText, Vocabularies};
use super::row::Row;
use super::{coverage, lineage, rows};
use crate::address::may_be_anchor;
use crate::content::{
    Texts,
    fields::{At, wrong_value},
    is_unfilled,
    records::{AliasRecord, DroppedRecord, NoteRecord, OriginalRecord, PlanRecord, RelationRecord},
    signed_copy_path,
};
use crate::diagnostic::{Code, Diagnostic, Level, Location, Report, Source};
use crate::language::{Language, Localized, date::Date};
use crate::markdown;
use crate::portal::{Alias, Block, Original, Plan, PlanNote, PlanText, Translation, UnitIndex};

/// A plan, and what can only be said once all plans have their places.
pub struct AssembledPlan {
    pub plan: Plan,
    pub rows: Vec<Row>,
    pub origin: PlanOrigin,
    /// The ids of its rows, also of those that could not be proven.
    pub ids: Vec<String>,
    /// What it says that it drops of the plans that it replaces, and the file that says so.
    pub dropped: Option<(Arc<Source>, Vec<DroppedRecord>)>,
}

/// Reads both texts, holds them against each other and proves every row.
pub fn plan(
    files: PlanFiles,
    place_names: &Localized<Vec<String>>,
    catalogue: &Catalogue,
    vocabularies: &Vocabularies,
    report: &mut Report,
) -> Option<AssembledPlan> {
    let PlanFiles {
        place,
        slug,
        source,
        mut record,
        mut texts,
        original: signed_source,
        targets,
        lock,
    } = files;
    // Words of a skeleton, which are told where the file is read, are no translation: until they
    // are replaced, the plan has none.
    if record.translation == Translation::Whole
        && texts.vi.is_some()
        && texts.en.as_ref().is_some_and(|en| is_unfilled(&en.text))
    {
        record.translation = Translation::Pending;
        texts.en = None;
    }
    if texts.vi.is_none() && (texts.en.is_none() || record.translation == Translation::Pending) {
        report.add(crate::content::missing_file(Location::file(&source), "plan.vi.md"));
        return None;
    }
    let (vi_source, en_source) = sources(texts, record.translation, report)?;
    let vi_text = markdown::plan_text(&vi_source, Language::Vi, report);
    // While the translation is pending the Vietnamese stands in the place of the English.
    let en_text = en_source.as_ref().map_or_else(
        || vi_text.clone(),
        |source| markdown::plan_text(source, Language::En, report),
    );
    let text = Localized { vi: vi_text, en: en_text };
    if text.vi.units.is_empty() {
        report.add(Diagnostic::new(
            Code::MissingField,
            Location::file(&vi_source),
            Localized::text("tệp không có văn bản", "the file holds no text"),
            Localized::text("tệp này", "this file"),
            Localized::text("chép văn bản của kế hoạch vào đây", "put the plan's text here"),
        ));
        return None;
    }
    let same = en_source.as_ref().is_none_or(|en_source| {
        markdown::same_structure(&text.vi, &text.en, &vi_source, en_source, report)
    });
    let PlanRecord {
        number,
        document_type,
        title,
        issuer,
        date,
        signer,
        status,
        text_grade,
        translation,
        original,
        publish_original,
        relations,
        notes,
        aliases,
        corrections,
    } = record;
    let made = Some(date.value.year);
    let vi = ReadText::new(Language::Vi, vocabularies, &vi_source, &text.vi, &title.vi)
        .of_place(&place_names.vi, made);
    let en = en_source.as_ref().map(|source| {
        ReadText::new(Language::En, vocabularies, source, &text.en, &title.en)
            .of_place(&place_names.en, made)
    });
    let notes = plan_notes(notes, &text.vi, &source, report);
    // An impossible date that the document itself prints is a warning until a note at its unit
    // settles it.
    let settled = |unit: UnitIndex| notes.iter().any(|note| note.unit == Some(unit));
    for read in [Some(&vi), en.as_ref()].into_iter().flatten() {
        markdown::report_impossible_dates(read.text, read.source, settled, report);
    }
    if !same {
        // Whatever was said of the rows now would only repeat that the texts differ.
        return None;
    }
    let aliases = plan_aliases(aliases, &text.vi, &source, report);
    let mut unconfirmed = BTreeMap::new();
    if let Some(en) = &en {
        proofs::compare_titles(&vi, en, report);
        proofs::compare_languages(&vi, en, report);
        let confirmed = lock.as_ref().map(|lock| lock.unconfirmed(&text));
        unconfirmed = confirmed.unwrap_or_default();
    }
    let signed_text = signed_source.as_ref().map(markdown::signed_text);
    if let Some(en) = &en {
        proofs::compare_tables(&vi, en, report);
    }
    let signed = signed_source.as_ref().zip(signed_text.as_ref()).map(|(source, text)| {
        ReadText::new(Language::Vi, vocabularies, source, text, &title.vi)
            .of_place(&place_names.vi, made)
    });
    let (mut proven, mut ids, mut dropped) = (Vec::new(), Vec::new(), None);
    let mut uncovered = Vec::new();
    if let Some((targets_source, records)) = targets {
        let errors = report.count(Level::Error);
        let texts = rows::Texts { vi: &vi, en: en.as_ref(), signed: signed.as_ref() };
        rows::Rows { proven, ids } = rows::rows(
            place,
            &targets_source,
            &records.targets,
            &texts,
            catalogue,
            vocabularies,
            report,
        );
        // While a row is wrong, its figure would seem to be nobody's.
        let all_proven = proven.len() == records.targets.len();
        if records.unread == 0 && all_proven && report.count(Level::Error) == errors {
            let taken = proven.iter().filter_map(Row::figure).collect();
            uncovered = coverage::uncovered(&vi, &taken, &records.ignored, &targets_source, report);
        }
        dropped =
            Some((targets_source, records.dropped)).filter(|(_, dropped)| !dropped.is_empty());
    }
    check_identities(&number, &date, original.as_ref(), &relations, &source, vocabularies, report);
    let (number, date) = (number.map(|number| number.value), date.value);
    let said = Said {
        number: number.as_deref(),
        document_type: &document_type,
        title: &title,
        issuer: &issuer,
        signer: signer.as_ref(),
        date,
    };
    let corrections = corrections::of_plan(corrections, &said, &text, &source, report);
    let (relations, related) = lineage::relations(relations, &source);
    let has_signed_text = signed.is_some();
    drop((vi, en, signed));
    let origin = PlanOrigin {
        yaml: Arc::clone(&source),
        vi: vi_source,
        en: en_source,
        lock,
        relations: related,
    };
    let signed_text_path =
        (publish_original && has_signed_text).then(|| signed_copy_path(&source.path));
    let original = original.map(
        |OriginalRecord { url, page, file, sha256, posted, description, description_places: _ }| {
            Original {
                url,
                page,
                file: file.map(|file| file.value),
                sha256: sha256.map(|sum| sum.value),
                posted: posted.map(|posted| posted.value),
                description,
            }
        },
    );
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
        translation,
        unconfirmed,
        has_signed_text,
        signed_text_path,
        relations,
        dropped: Vec::new(),
        notes,
        aliases,
        corrections,
        text,
        uncovered,
    };
    Some(AssembledPlan { plan, rows: proven, origin, ids, dropped })
}

/// The files of the text. An English one is left aside while the plan says that its translation is
/// pending.
fn sources(
    texts: Texts,
    translation: Translation,
    report: &mut Report,
) -> Option<(Arc<Source>, Option<Arc<Source>>)> {
    if translation == Translation::Whole {
        return both(texts, "plan", report).map(|sources| (sources.vi, Some(sources.en)));
    }
    if let Some(en) = texts.en {
        report.add(Diagnostic::new(
            Code::TranslationPending,
            Location::file(&en),
            Localized::text(
                "bản tiếng Anh này chưa được đăng",
                "this English text is not published yet",
            ),
            Localized::text(
                "plan.yaml ghi `translation: pending`",
                "plan.yaml says `translation: pending`",
            ),
            Localized::text(
                "dịch xong thì xóa dòng `translation: pending`",
                "once it is whole, delete the line `translation: pending`",
            ),
        ));
    }
    texts.vi.map(|vi| (vi, None))
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
        posted: original.posted.as_ref().map(|posted| posted.value),
        words: &original.description,
        places: &original.description_places,
    });
    let related = relations.iter().map(|relation| Identity {
        number: relation.number.as_ref().map(|number| (number.value.as_str(), &number.range)),
        date: relation.date.as_ref().map(|date| (date.value, &date.range)),
        posted: None,
        words: &relation.document,
        places: &relation.document_places,
    });
    for identity in own.into_iter().chain(related) {
        identities::check(&identity, source, vocabularies, report);
    }
}

fn plan_notes(
    records: Vec<NoteRecord>,
    text: &PlanText,
    source: &Arc<Source>,
    report: &mut Report,
) -> Vec<PlanNote> {
    records
        .into_iter()
        .map(|NoteRecord { clause, text: note }| PlanNote {
            unit: clause.and_then(|clause| cited_unit(&clause, text, source, report)),
            text: note,
        })
        .collect()
}

/// Anchors that the text had before. They must stay free: a link can lead to one place only.
fn plan_aliases(
    records: Vec<AliasRecord>,
    text: &PlanText,
    source: &Arc<Source>,
    report: &mut Report,
) -> Vec<Alias> {
    let anchors = |alias: &str| {
        let rows = || {
            text.clauses
                .iter()
                .flat_map(|clause| &clause.blocks)
                .filter_map(Block::as_table)
                .flat_map(|table| &table.rows)
        };
        let marks = || text.units.iter().flat_map(|unit| &unit.note_marks);
        text.unit_by_anchor(alias).is_some()
            || marks().any(|mark| mark.anchor == alias)
            || text.clauses.iter().any(|clause| clause.anchor == alias)
            || rows().any(|row| row.anchor == alias)
    };
    let mut seen: BTreeMap<String, Location> = BTreeMap::new();
    let mut aliases = Vec::new();
    for AliasRecord { old, now } in records {
        let location = old.location(source);
        let Some(unit) = cited_unit(&now, text, source, report) else { continue };
        if !may_be_anchor(&old.value) {
            report.add(wrong_value(
                location,
                Localized::text(
                    format!("`{}` không phải là mã neo", old.value),
                    format!("`{}` is no anchor", old.value),
                ),
                Localized::text(
                    "chép mã neo cũ như `minhbach clauses` từng liệt kê, ví dụ ii.1-p3",
                    "copy the old anchor as `minhbach clauses` listed it, such as ii.1-p3",
                ),
            ));
        } else if anchors(&old.value) {
            report.add(Diagnostic::new(
                Code::DuplicateId,
                location,
                Localized::text(
                    format!("văn bản vẫn có đoạn `{}`", old.value),
                    format!("the text still has a unit `{}`", old.value),
                ),
                Localized::text("mã neo này đang dùng", "this anchor is in use"),
                Localized::text(
                    "xóa mục này: liên kết cũ dẫn đến đoạn đang mang mã ấy",
                    "delete this entry: old links lead to the unit that has the anchor now",
                ),
            ));
        } else if let Some(first) = seen.get(&old.value) {
            report.add(duplicate_id(location, first.clone(), &old.value));
        } else {
            seen.insert(old.value.clone(), location);
            aliases.push(Alias { old: old.value, unit });
        }
    }
    aliases
}
