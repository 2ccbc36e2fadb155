//! What has happened, by its date, after the day for which the portal is correct: a slip of the
//! hand, or an `as_of` that was left behind.

use super::rule::Rule;
use crate::assemble::{Assembled, Event, EventKind};
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::language::{Localized, date::Date};

pub const RULE: Rule = Rule {
    codes: &[Code::FutureDate],
    what: Localized {
        vi: "Điều đã xảy ra không có ngày sau `as_of`, ngày mà số liệu của cổng được tính đến.",
        en: "What has happened is not dated after `as_of`, the day for which the portal is \
             correct.",
    },
    why: Localized {
        vi: "Cổng nói về việc đến hạn và chưa báo cáo theo ngày ấy: ngày sai làm sai mọi kết luận.",
        en: "What is due and unreported is counted from that day: a wrong date makes every \
             conclusion wrong.",
    },
    given: &[],
    bad: &[(
        "provinces/tinh-mau/results.yaml",
        "results:
  - indicator: nursery-enrolment
    period: 2027
    value: 47.2
    source: {vi: Báo cáo số 6, en: Report No. 6}
",
    )],
    good: &[(
        "provinces/tinh-mau/results.yaml",
        "results:
  - indicator: nursery-enrolment
    period: 2026
    value: 47.2
    source: {vi: Báo cáo số 6, en: Report No. 6}
",
    )],
    check,
};

/// Reports the dates of signed plans, of their relations and corrections, and the periods of
/// results, that are surely after the day.
fn check(assembled: &Assembled, report: &mut Report) {
    let as_of = assembled.portal.as_of;
    for event in &assembled.origins.events {
        if event.date.is_surely_after(as_of) {
            report.add(future(event, as_of));
        }
    }
}

fn future(event: &Event, as_of: Date) -> Diagnostic {
    let (day, written) = (as_of.iso(), &event.written);
    let what = match event.kind {
        EventKind::PlanSigned => {
            Localized::new("kế hoạch đã ký có ngày", "the signed plan is dated")
        }
        EventKind::OriginalPosted => {
            Localized::new("ngày đăng văn bản là", "the posting of the document is dated")
        }
        EventKind::RelatedDocumentSigned => {
            Localized::new("văn bản liên quan có ngày", "the related document is dated")
        }
        EventKind::Correction => Localized::new("đính chính có ngày", "the correction is dated"),
        EventKind::Result => return future_result(event, &day),
    };
    let message = Localized::text(
        format!("{} {written}, sau ngày mà số liệu của cổng tính đến: {day} (`as_of`)", what.vi),
        format!(
            "{} {written}, after the day for which the portal is correct: {day} (`as_of`)",
            what.en
        ),
    );
    let label = Localized::text("ngày này", "this date");
    dated_later(event, message, label, Localized::text("sửa ngày này", "mend this date"))
}

/// A result for a time that has not begun.
fn future_result(event: &Event, day: &str) -> Diagnostic {
    let written = &event.written;
    let message = Localized::text(
        format!(
            "kết quả ghi cho thời gian chưa bắt đầu (`{written}`): số liệu của cổng tính đến \
             {day} (`as_of`)"
        ),
        format!(
            "a result for a time that has not begun (`{written}`): the portal is correct for \
             {day} (`as_of`)"
        ),
    );
    let label = Localized::text("thời gian này", "this period");
    dated_later(event, message, label, Localized::text("sửa `period`", "mend `period`"))
}

fn dated_later(event: &Event, message: Localized, label: Localized, mend: Localized) -> Diagnostic {
    let day = first_day(event.date).iso();
    let cure = Localized::text(
        format!(
            "{}; nếu đúng như vậy thì đặt `as_of` trong portal.yaml (hoặc `--as-of`) thành \
             {day} hoặc muộn hơn",
            mend.vi
        ),
        format!(
            "{}; if it is right, set `as_of` in portal.yaml (or `--as-of`) to {day} or later",
            mend.en
        ),
    );
    Diagnostic::new(Code::FutureDate, event.location.clone(), message, label, cure)
}

/// The first day that the date can be.
fn first_day(date: Date) -> Date {
    Date { month: date.month.or(Some(1)), day: date.day.or(Some(1)), ..date }
}
