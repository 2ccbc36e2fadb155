//! What has happened, by its date, after the day for which the portal is correct: a slip of the
//! hand, or an `as_of` that was left behind.

use std::sync::Arc;

use super::places::Folders;
use crate::content::fields::At;
use crate::content::records::{CorrectionRecord, PlanRecord, StatementRecord};
use crate::diagnostic::{Code, Diagnostic, Location, Report, Source};
use crate::language::{Localized, date::Date};
use crate::portal::{PlanStatus, StatementKind};

/// Reports the dates of signed plans, of their relations and corrections, and the periods of
/// results, that are surely after the day.
pub fn report_future(as_of: Date, folders: &Folders, report: &mut Report) {
    for files in &folders.plans {
        report_plan(as_of, &files.record, &files.source, report);
        if let Some((source, records)) = &files.targets {
            report_rows(as_of, &records.targets, source, report);
        }
    }
    for (_, source, records) in &folders.results {
        report_rows(as_of, records, source, report);
    }
}

fn report_plan(as_of: Date, record: &PlanRecord, source: &Arc<Source>, report: &mut Report) {
    // A draft may carry the day on which it is to be signed.
    if record.status != PlanStatus::Draft {
        report_date(
            as_of,
            &record.date,
            source,
            Localized::text("kế hoạch đã ký có ngày", "the signed plan is dated"),
            report,
        );
    }
    if let Some(posted) = record.original.as_ref().and_then(|original| original.posted.as_ref()) {
        report_date(
            as_of,
            posted,
            source,
            Localized::text("ngày đăng văn bản là", "the posting of the document is dated"),
            report,
        );
    }
    for date in record.relations.iter().filter_map(|relation| relation.date.as_ref()) {
        report_date(
            as_of,
            date,
            source,
            Localized::text("văn bản liên quan có ngày", "the related document is dated"),
            report,
        );
    }
    report_corrections(as_of, &record.corrections, source, report);
}

fn report_rows(
    as_of: Date,
    records: &[StatementRecord],
    source: &Arc<Source>,
    report: &mut Report,
) {
    for record in records {
        report_corrections(as_of, &record.corrections, source, report);
        // A year that is not over may have a result so far; one that has not begun has none.
        let is_measured = matches!(record.kind, StatementKind::Result | StatementKind::Baseline);
        if let Some(first_day) = record
            .period
            .value
            .first_day()
            .filter(|first_day| is_measured && first_day.is_surely_after(as_of))
        {
            let (day, written) = (as_of.iso(), &source.text[record.period.range.clone()]);
            report.add(future(
                record.period.location(source),
                Localized::text(
                    format!("kết quả ghi cho thời gian chưa bắt đầu (`{written}`): số liệu của cổng tính đến {day} (`as_of`)"),
                    format!("a result for a time that has not begun (`{written}`): the portal is correct for {day} (`as_of`)"),
                ),
                Localized::text("thời gian này", "this period"),
                Localized::text("sửa `period`", "mend `period`"),
                first_day,
            ));
        }
    }
}

fn report_corrections<T>(
    as_of: Date,
    records: &[CorrectionRecord<T>],
    source: &Arc<Source>,
    report: &mut Report,
) {
    for record in records {
        report_date(
            as_of,
            &record.date,
            source,
            Localized::text("đính chính có ngày", "the correction is dated"),
            report,
        );
    }
}

fn report_date(
    as_of: Date,
    date: &At<Date>,
    source: &Arc<Source>,
    what: Localized,
    report: &mut Report,
) {
    if !date.value.is_surely_after(as_of) {
        return;
    }
    let (day, written) = (as_of.iso(), date.value.iso());
    report.add(future(
        date.location(source),
        Localized::text(
            format!(
                "{} {written}, sau ngày mà số liệu của cổng tính đến: {day} (`as_of`)",
                what.vi
            ),
            format!(
                "{} {written}, after the day for which the portal is correct: {day} (`as_of`)",
                what.en
            ),
        ),
        Localized::text("ngày này", "this date"),
        Localized::text("sửa ngày này", "mend this date"),
        first_day(date.value),
    ));
}

fn future(
    location: Location,
    message: Localized,
    label: Localized,
    mend: Localized,
    first_day: Date,
) -> Diagnostic {
    let day = first_day.iso();
    let cure = Localized::text(
        format!(
            "{}; nếu đúng như vậy thì đặt `as_of` trong portal.yaml (hoặc `--as-of`) thành {day} hoặc muộn hơn",
            mend.vi
        ),
        format!(
            "{}; if it is right, set `as_of` in portal.yaml (or `--as-of`) to {day} or later",
            mend.en
        ),
    );
    Diagnostic::new(Code::FutureDate, location, message, label, cure)
}

/// The first day that the date can be.
fn first_day(date: Date) -> Date {
    Date { month: date.month.or(Some(1)), day: date.day.or(Some(1)), ..date }
}
