//! How many rows stand by the reading of an editor: the grade is no way round the evidence rule.

use super::rule::Rule;
use crate::assemble::Assembled;
use crate::diagnostic::{Code, Diagnostic, Location, Report};
use crate::language::Localized;

pub const RULE: Rule = Rule {
    codes: &[Code::ManyReadings],
    what: Localized {
        vi: "Lời đọc của người biên tập là ngoại lệ: không quá một mục trong hai mươi.",
        en: "The reading of an editor is an exception: no more than one row in twenty.",
    },
    why: Localized {
        vi: "Nếu nhiều mục dựa vào lời đọc, điều cổng công bố không còn do chính văn bản chứng \
             minh.",
        en: "If many rows depend on readings, what the portal publishes is no longer proven by \
             the texts themselves.",
    },
    given: &[],
    bad: &[],
    good: &[],
    check,
};

fn check(assembled: &Assembled, report: &mut Report) {
    let origins = &assembled.origins;
    report_many(&origins.readings, origins.rows_of_plans, report);
}

/// So many readings are never too many, however small the portal.
const FEW: usize = 3;
/// Of so many rows one may need a reading: 5 per cent.
const ONE_IN: usize = 20;
/// How many of the other readings a message names.
const NAMED: usize = 3;

/// Warns where more rows are read by an editor than the rule bears. `rows` is how many the plans
/// have.
fn report_many(readings: &[Location], rows: usize, report: &mut Report) {
    let count = readings.len();
    let Some((first, others)) =
        readings.split_first().filter(|_| count > FEW && count * ONE_IN > rows)
    else {
        return;
    };
    let said = Diagnostic::new(
        Code::ManyReadings,
        first.clone(),
        Localized::text(
            format!(
                "{count} trong {rows} mục của các kế hoạch dựa vào lời đọc của người biên tập, \
                 quá 5%"
            ),
            format!("{count} of the {rows} rows of the plans are read by an editor, more than 5%"),
        ),
        Localized::text("lời đọc thứ nhất", "the first reading"),
        Localized::text(
            "xem lại từng mục: điều không cam kết thì ghi `kind: aim`; câu khác nói rõ hơn thì \
             trích câu ấy; từ ngữ thường gặp thì đề nghị thêm vào từ vựng của minhbach",
            "look at each again: type `kind: aim` for what is not promised; quote another \
             sentence where one is plainer; propose words that plans often use for the \
             vocabulary of minhbach",
        ),
    );
    let named = others.iter().take(NAMED);
    report.add(named.fold(said, |said, other| {
        said.with_related(other.clone(), Localized::text("lời đọc khác", "another reading"))
    }));
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diagnostic::{Level, Source};

    fn warned(readings: usize, rows: usize) -> bool {
        let source = Arc::new(Source { path: "targets.yaml".into(), text: String::new() });
        let mut report = Report::default();
        report_many(&vec![Location::new(&source, 0..0); readings], rows, &mut report);
        report.count(Level::Warning) == 1
    }

    #[test]
    fn more_than_three_readings_and_more_than_one_row_in_twenty_are_too_many() {
        assert!(!warned(0, 0) && !warned(3, 3), "a few are never too many");
        assert!(!warned(4, 80), "exactly 5 per cent");
        assert!(warned(4, 79) && warned(15, 288));
        assert!(!warned(14, 288));
    }
}
