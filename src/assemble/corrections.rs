//! Corrections held against what stands now: the last one must lead to it, and each to the next.

use std::sync::Arc;

use super::citations::cited_unit;
use crate::content::fields::At;
use crate::content::records::CorrectionRecord;
use crate::diagnostic::{Code, Diagnostic, Location, Report, Source};
use crate::language::text::{nfc, unify};
use crate::language::{Localized, date::Date};
use crate::portal::{Correction, Goal, PlanCorrection, PlanText, Signer, ValueCorrection};

/// What is said of a plan, besides its text.
pub struct Said<'plan> {
    pub number: Option<&'plan str>,
    pub document_type: &'plan Localized,
    pub title: &'plan Localized,
    pub issuer: &'plan Localized,
    pub signer: Option<&'plan Signer>,
    pub date: Date,
}

impl Said<'_> {
    /// Whether one of the plan's fields reads so in each language.
    fn has(&self, words: &Localized) -> bool {
        let date = self.date.iso();
        let single =
            [self.number, self.signer.map(|signer| signer.name.as_str()), Some(date.as_str())];
        let both = [
            Some(self.document_type),
            Some(self.title),
            Some(self.issuer),
            self.signer.map(|signer| &signer.role),
        ];
        single
            .into_iter()
            .flatten()
            .any(|own| plain(own) == plain(&words.vi) && plain(own) == plain(&words.en))
            || both
                .into_iter()
                .flatten()
                .any(|own| plain(&own.vi) == plain(&words.vi) && plain(&own.en) == plain(&words.en))
    }
}

/// The corrections of a value, each leading to the next and the last to the value that stands now.
pub fn of_value(
    records: Vec<CorrectionRecord<Goal>>,
    goal: &At<Goal>,
    source: &Arc<Source>,
    report: &mut Report,
) -> Vec<ValueCorrection> {
    for pair in records.windows(2) {
        report_order(&pair[0].date, &pair[1].date, source, report);
        if !alike(pair[0].new.value, pair[1].old.value) {
            let before = pair[0].new.location(source);
            report.add(
                not_what_stands(
                    pair[1].old.location(source),
                    "lần đính chính trước để lại mức khác",
                    "the correction before it left another value",
                )
                .with_related(before, Localized::text("mức của lần trước", "what that one left")),
            );
        }
    }
    for record in &records {
        if alike(record.old.value, record.new.value) {
            report.add(nothing_corrected(record.new.location(source)));
        }
    }
    if let Some(last) = records.last().filter(|last| !alike(last.new.value, goal.value)) {
        let said = not_what_stands(
            last.new.location(source),
            "mức đang đăng là mức khác",
            "another value stands now",
        );
        report.add(said.with_related(
            goal.location(source),
            Localized::text("mức đang đăng", "the value that stands"),
        ));
    }
    let correction = |CorrectionRecord { clause: _, date, old, new, reason }| Correction {
        date: date.value,
        old: old.value,
        new: new.value,
        reason,
    };
    records.into_iter().map(correction).collect()
}

/// The corrections of a plan: each new wording stands now, or is what a later one mended.
pub fn of_plan(
    records: Vec<CorrectionRecord<Localized>>,
    said: &Said,
    text: &Localized<PlanText>,
    source: &Arc<Source>,
    report: &mut Report,
) -> Vec<PlanCorrection> {
    for pair in records.windows(2) {
        report_order(&pair[0].date, &pair[1].date, source, report);
    }
    if let Some(first) = records.first().filter(|first| said.date.is_surely_after(first.date.value))
    {
        report.add(Diagnostic::new(
            Code::CorrectionOrder,
            first.date.location(source),
            Localized::text(
                "đính chính có ngày trước cả ngày của văn bản",
                "the correction is dated before the document itself",
            ),
            Localized::text("ngày này", "this date"),
            Localized::text(
                "ghi ngày mà cổng sửa lỗi",
                "write the day on which the portal mended the error",
            ),
        ));
    }
    let mut corrections = Vec::new();
    for (position, record) in records.iter().enumerate() {
        let unit = match &record.clause {
            Some(clause) => match cited_unit(clause, &text.vi, source, report) {
                Some(unit) => Some(unit),
                None => continue,
            },
            None => None,
        };
        let (old, new) = (&record.old.value, &record.new.value);
        if plain(&old.vi) == plain(&new.vi) && plain(&old.en) == plain(&new.en) {
            report.add(nothing_corrected(record.new.location(source)));
        }
        let of_the_same = |later: &&CorrectionRecord<Localized>| {
            later.clause.as_ref().map(|clause| &clause.value)
                == record.clause.as_ref().map(|clause| &clause.value)
        };
        let is_mended_again = records[position + 1..]
            .iter()
            .filter(of_the_same)
            .any(|later| plain(&later.old.value.vi) == plain(&new.vi));
        let stands = match unit {
            Some(unit) => {
                let stands = |text: &PlanText, words: &str| {
                    text.units
                        .get(unit.0)
                        .is_some_and(|unit| plain(&unit.text).contains(&plain(words)))
                };
                stands(&text.vi, &new.vi) && stands(&text.en, &new.en)
            }
            None => said.has(new),
        };
        if !stands && !is_mended_again {
            let location = record.new.location(source);
            report.add(match unit {
                Some(_) => not_what_stands(
                    location,
                    "đoạn được dẫn không có những chữ này",
                    "the unit that is cited does not hold these words",
                ),
                None => not_what_stands(
                    location,
                    "không trường nào của kế hoạch ghi như vậy; sửa lỗi trong văn bản thì thêm \
                     `clause`",
                    "no field of the plan reads so; a correction of the text wants a `clause`",
                ),
            });
        }
        let words = Correction {
            date: record.date.value,
            old: old.clone(),
            new: new.clone(),
            reason: record.reason.clone(),
        };
        corrections.push(PlanCorrection { unit, words });
    }
    corrections
}

/// The same value, printed the same way.
fn alike(one: Goal, other: Goal) -> bool {
    let scales = |goal: Goal| {
        (goal.value().map(|value| value.scale()), goal.high().map(|value| value.scale()))
    };
    one == other && scales(one) == scales(other)
}

/// As quotes are compared: composed, spaces and dashes alike.
fn plain(text: &str) -> String {
    nfc(text)
        .chars()
        .map(unify)
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn report_order(earlier: &At<Date>, later: &At<Date>, source: &Arc<Source>, report: &mut Report) {
    if earlier.value > later.value {
        report.add(
            Diagnostic::new(
                Code::CorrectionOrder,
                later.location(source),
                Localized::text(
                    "các lần đính chính không theo thứ tự ngày",
                    "the corrections are not in the order of their dates",
                ),
                Localized::text("ngày này sớm hơn", "this date is earlier"),
                Localized::text(
                    "xếp từ lần cũ nhất đến lần mới nhất",
                    "put the oldest first and the newest last",
                ),
            )
            .with_related(
                earlier.location(source),
                Localized::text("lần đứng trước", "the one before it"),
            ),
        );
    }
}

fn not_what_stands(location: Location, vi: &str, en: &str) -> Diagnostic {
    Diagnostic::new(
        Code::CorrectionDiffers,
        location,
        Localized::text(
            format!("đính chính không khớp: {vi}"),
            format!("the correction does not fit: {en}"),
        ),
        Localized::text("giá trị này", "this value"),
        Localized::text(
            "`new` của lần cuối phải đúng như hiện đăng, `old` của lần sau phải đúng như `new` \
             của lần trước",
            "the last `new` must be what stands now, and each `old` the `new` before it",
        ),
    )
}

fn nothing_corrected(location: Location) -> Diagnostic {
    Diagnostic::new(
        Code::CorrectionDiffers,
        location,
        Localized::text(
            "`old` và `new` như nhau: không có gì được đính chính",
            "`old` and `new` are the same: nothing is corrected",
        ),
        Localized::text("giống `old`", "the same as `old`"),
        Localized::text(
            "ghi ở `old` điều cổng đã đăng sai",
            "write in `old` what the portal had wrong",
        ),
    )
}
