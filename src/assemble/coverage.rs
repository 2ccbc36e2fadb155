//! The reverse of the proof: the figures of a plan's text that no row takes up.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::citations::cited_unit;
use super::proofs::ReadText;
use crate::content::records::IgnoredRecord;
use crate::diagnostic::{Code, Diagnostic, Report, Source};
use crate::evidence::MentionKind;
use crate::language::Localized;
use crate::portal::{UncoveredFigure, UnitIndex};

/// The figures of the Vietnamese text that are not among `taken` (unit and mention), each with the
/// author's reason. Dates, document numbers, ages, levels and their like are no figures and want no
/// reason.
pub fn uncovered(
    read: &ReadText,
    taken: &BTreeSet<(usize, usize)>,
    ignored: &[IgnoredRecord],
    source: &Arc<Source>,
    report: &mut Report,
) -> Vec<UncoveredFigure> {
    let reasons: Vec<(UnitIndex, &IgnoredRecord)> = ignored
        .iter()
        .filter_map(|record| Some((cited_unit(&record.clause, read.text, source, report)?, record)))
        .collect();
    let mut used = vec![false; reasons.len()];
    let mut uncovered = Vec::new();
    for (index, mentions) in read.mentions.iter().enumerate() {
        let unit = UnitIndex(index);
        if read.labels_its_table(unit) {
            continue;
        }
        for (number, mention) in mentions.iter().enumerate() {
            if !matches!(mention.kind, MentionKind::Figure(_)) || taken.contains(&(index, number)) {
                continue;
            }
            let text = &read.text.unit(unit).text;
            let explains = |(cited, record): &(UnitIndex, &IgnoredRecord)| {
                *cited == unit
                    && text.match_indices(record.quote.value.as_str()).any(|(start, quote)| {
                        start <= mention.number.start && mention.number.end <= start + quote.len()
                    })
            };
            let reason = reasons.iter().position(explains).map(|position| {
                used[position] = true;
                reasons[position].1.reason.clone()
            });
            uncovered.push(UncoveredFigure { unit, range: mention.span.clone(), reason });
        }
    }
    for ((_, record), _) in reasons.iter().zip(&used).filter(|(_, used)| !**used) {
        report.add(Diagnostic::new(
            Code::UnusedIgnore,
            record.quote.location(source),
            Localized::text(
                "mục `ignore` này không giải thích con số nào",
                "this `ignore` explains no figure",
            ),
            Localized::text(
                "không có con số nào chưa có mục tiêu ở đây",
                "no figure without a row stands here",
            ),
            Localized::text(
                "xóa mục này, hoặc chép đúng nguyên văn con số trong bản tiếng Việt",
                "delete it, or copy the words of the Vietnamese text with the figure",
            ),
        ));
    }
    uncovered
}
