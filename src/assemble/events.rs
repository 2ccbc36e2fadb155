//! The dates of what has happened: plans, relations, corrections and results.

use std::sync::Arc;

use super::origins::{Event, EventKind};
use super::places::Folders;
use crate::content::{
    fields::At,
    records::{CorrectionRecord, PlanRecord, StatementRecord},
};
use crate::diagnostic::Source;
use crate::language::date::Date;
use crate::portal::{PlanStatus, StatementKind};

/// Every date of something that has happened, in all folders.
pub fn events(folders: &Folders) -> Vec<Event> {
    let mut events = Vec::new();
    for files in &folders.plans {
        add_plan(&mut events, &files.record, &files.source);
        if let Some((source, records)) = &files.targets {
            add_rows(&mut events, &records.targets, source);
        }
    }
    for (_, source, records) in &folders.results {
        add_rows(&mut events, records, source);
    }
    events
}

fn add_plan(events: &mut Vec<Event>, record: &PlanRecord, source: &Arc<Source>) {
    // A draft may carry the day on which it is to be signed.
    if record.status != PlanStatus::Draft {
        events.push(event(EventKind::PlanSigned, &record.date, source));
    }
    let posted = record.original.as_ref().and_then(|original| original.posted.as_ref());
    events.extend(posted.map(|posted| event(EventKind::OriginalPosted, posted, source)));
    let related = record.relations.iter().filter_map(|relation| relation.date.as_ref());
    events.extend(related.map(|date| event(EventKind::RelatedDocumentSigned, date, source)));
    add_corrections(events, &record.corrections, source);
}

fn add_rows(events: &mut Vec<Event>, records: &[StatementRecord], source: &Arc<Source>) {
    for record in records {
        add_corrections(events, &record.corrections, source);
        // A year that is not over may have a result so far; one that has not begun has none.
        let is_measured = matches!(record.kind, StatementKind::Result | StatementKind::Baseline);
        let first_day = record.period.value.first_day().filter(|_| is_measured);
        events.extend(first_day.map(|date| Event {
            kind: EventKind::Result,
            date,
            written: source.text[record.period.range.clone()].to_owned(),
            location: record.period.location(source),
        }));
    }
}

fn add_corrections<T>(
    events: &mut Vec<Event>,
    records: &[CorrectionRecord<T>],
    source: &Arc<Source>,
) {
    events.extend(records.iter().map(|record| event(EventKind::Correction, &record.date, source)));
}

fn event(kind: EventKind, date: &At<Date>, source: &Arc<Source>) -> Event {
    let written = date.value.iso();
    Event { kind, date: date.value, written, location: date.location(source) }
}
