//! The description that a chart gives to who cannot see it: what is shown, then its figures in
//! words, as many as a listener has patience for.

use super::{BarChart, MarkKind, PathChart, Point, words};
use crate::language::Language;

/// How many characters a description has at most.
pub(super) const MOST: usize = 220;

/// From the first value of each line to its last.
pub(super) fn path(chart: &PathChart) -> String {
    let facts = chart.series.iter().filter_map(|series| {
        let mut points: Vec<&Point> = series.points.iter().collect();
        points.sort_by_key(|point| point.position);
        let (first, last) = (points.first()?, points.last()?);
        let name =
            if series.label.is_empty() { String::new() } else { format!("{}: ", series.label) };
        let said = |point: &Point| {
            format!("{} {}", words::said(point, chart.language), in_brackets(&point.period))
        };
        let way = if points.len() > 1 {
            words::from_to(said(first).trim_end(), said(last).trim_end(), chart.language)
        } else {
            said(last).trim_end().to_owned()
        };
        // Between where it began and what is wanted stands what was last measured.
        let measured = points
            .iter()
            .rev()
            .find(|point| point.kind == MarkKind::Result)
            .filter(|point| first.position < point.position && point.position < last.position);
        let reported = measured.map_or_else(String::new, |point| {
            format!(", {} {}", words::last_reported(chart.language), said(point).trim_end())
        });
        Some(name + &way + &reported)
    });
    facts_after(&chart.description, facts, chart.language)
}

/// The values in their order.
pub(super) fn bars(chart: &BarChart) -> String {
    let left_out = words::left_out(chart.left_out, chart.language);
    facts_after(
        format!("{} {left_out}", chart.description).trim(),
        chart.bars.iter().map(|bar| {
            let draft = if bar.draft {
                format!(" {}", words::draft_in_brackets(chart.language))
            } else {
                String::new()
            };
            format!("{}: {}{draft}", bar.label, bar.text)
        }),
        chart.language,
    )
}

/// A sentence and the facts that still have room after it; then how many more there are. Commas
/// rather than nothing where even one fact is too long.
pub(super) fn facts_after(
    lead: &str,
    facts: impl Iterator<Item = String>,
    language: Language,
) -> String {
    let facts: Vec<String> = facts.collect();
    let mut said = lead.trim().to_owned();
    // Room for saying how many are left out.
    let most = MOST - 32;
    let mut length = said.chars().count();
    let mut shown = 0;
    for fact in &facts {
        let with = length + fact.chars().count() + 2;
        if with > if shown + 1 == facts.len() { MOST } else { most } {
            break;
        }
        said.push_str(if shown == 0 && said.is_empty() {
            ""
        } else if shown == 0 {
            " "
        } else {
            "; "
        });
        said.push_str(&if shown == 0 { words::capitalised(fact) } else { fact.clone() });
        (length, shown) = (with, shown + 1);
    }
    if shown > 0 && shown < facts.len() {
        said.push_str("; ");
        said.push_str(&words::and_more(facts.len() - shown, language));
    }
    if shown > 0 {
        said.push('.');
    }
    shortened(&said, MOST)
}

/// A text of at most so many characters, cut between words.
pub(super) fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let end = text.char_indices().nth(most - 1).map_or(text.len(), |(at, _)| at);
    let cut = &text[..end];
    let whole = cut.rfind(' ').map_or(cut, |space| &cut[..space]);
    format!("{}…", whole.trim_end_matches([',', ';', ':', ' ']))
}

fn in_brackets(period: &str) -> String {
    if period.is_empty() { String::new() } else { format!("({period})") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_that_do_not_fit_are_counted() {
        let facts = (0..40).map(|index| format!("Xã số {index}: 57,6%"));
        let said = facts_after("Mục tiêu mới nhất.", facts, Language::Vi);
        assert!(said.chars().count() <= MOST, "{said}");
        assert!(
            said.starts_with("Mục tiêu mới nhất. Xã số 0: 57,6%; Xã số 1: 57,6%")
                && said.ends_with("và 30 giá trị nữa."),
            "{said}"
        );
    }

    #[test]
    fn no_description_is_too_long_however_long_the_words() {
        let long = "rất dài ".repeat(80);
        for (lead, fact) in [("", &long), (long.as_str(), &long), ("Ngắn.", &long)] {
            let said = facts_after(lead, std::iter::once(fact.clone()), Language::Vi);
            assert!(said.chars().count() <= MOST, "{said}");
        }
    }
}
