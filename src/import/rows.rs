//! The rows of `targets.yaml` that a text asks for, commented out: each figure with its anchor, its
//! words, its period and its value. Only the indicator is left to a person.

use std::sync::Arc;

use crate::assemble;
use crate::diagnostic::Source;
use crate::portal::{CountUnit, Dimension, PlanText, StatementKind};
use crate::scaffold::quoted;

/// The rows, and how many they are.
pub fn rows(
    text: &PlanText,
    source: &Arc<Source>,
    title: &str,
    units: &[CountUnit],
    dimensions: &[Dimension],
) -> (String, usize) {
    let figures = assemble::open_figures(text, source, title, units, dimensions);
    let mut rows = String::new();
    let mut last = None;
    for (unit, row) in &figures {
        let unit_text = text.unit(*unit);
        if last != Some(*unit) {
            let head = text
                .ancestors(unit_text.clause)
                .filter_map(|clause| clause.head)
                .find(|head| head != unit);
            let head = head
                .map_or(String::new(), |head| format!(": {}", beginning(&text.unit(head).text)));
            rows.push_str(&format!("#\n#   # {}{head}\n", unit_text.anchor));
            last = Some(*unit);
        }
        let measure = row
            .measure
            .as_ref()
            .map_or_else(String::new, |measure| format!("  # {} / {}", measure.vi, measure.en));
        rows.push_str("#   - indicator: ‹điền mã chỉ tiêu›\n");
        for question in &row.questions {
            rows.push_str(&format!("#     # ? {} / {}\n", question.vi, question.en));
        }
        rows.push_str(match row.kind {
            StatementKind::Target => "",
            StatementKind::Aim => "#     kind: aim\n",
            StatementKind::Deadline => "#     kind: deadline\n",
            StatementKind::Baseline => "#     kind: baseline  # hoặc / or: result\n",
            StatementKind::Result => "#     kind: result  # hoặc / or: baseline\n",
        });
        // A row with a question must not pass as it stands.
        let goal = if row.questions.is_empty() {
            row.goal.clone()
        } else {
            format!("‹điền sau khi xem lại câu: {}?›", row.goal.trim_matches('"'))
                .replace(": ", ", ")
        };
        let (period, others) = row.periods.split_first().expect("a suggestion has a period");
        let others = if others.is_empty() {
            String::new()
        } else {
            format!("  # hoặc / or: {}", others.join(", "))
        };
        rows.push_str(&format!(
            "#     period: {period}{others}\n#     goal: {}{measure}\n#     clause: {}\n#     \
             quote: {{vi: {}}}\n",
            goal,
            unit_text.anchor,
            quoted(&row.quote)
        ));
    }
    let rows = if rows.is_empty() {
        "#   (không đọc được con số nào trong văn bản / no figure was read in the text)".to_owned()
    } else {
        rows.trim_end().to_owned()
    };
    (rows, figures.len())
}

fn beginning(text: &str) -> String {
    const SHOWN: usize = 80;
    let shown: String = text.chars().take(SHOWN).collect();
    if shown.len() < text.len() { format!("{}...", shown.trim_end()) } else { shown }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Report;
    use crate::language::Language;
    use crate::markdown::plan_text;

    #[test]
    fn a_cell_is_offered_with_what_all_rows_of_its_head_say() {
        let text = "# Kế hoạch đến năm 2030\n\n## I. CÁC CHỈ TIÊU\n\n| TT | Chỉ tiêu | Đơn vị | \
                    Thực hiện | Kế hoạch | |\n|---|---|---|---|---|---|\n| | | | Năm 2025 | Năm \
                    2028 | Tối thiểu năm 2030 |\n| (1) | (2) | (3) | (4) | (5) | (6) |\n| 1 | \
                    Tỷ lệ hộ nghèo | % | 8,6 | 5 | 4 |\n";
        let source = Arc::new(Source { path: "plan.vi.md".to_owned(), text: text.to_owned() });
        let plan = plan_text(&source, Language::Vi, &mut Report::default());
        let (rows, count) = rows(&plan, &source, "Kế hoạch đến năm 2030", &[], &[]);
        assert_eq!(count, 3, "{rows}");
        for expected in [
            "kind: baseline  # hoặc / or: result\n#     period: 2025\n#     goal: 8.6  # phần \
             trăm / percent",
            "#     period: 2028\n#     goal: 5  # phần trăm / percent",
            "#     period: 2030\n#     goal: \">= 4\"  # phần trăm / percent",
        ] {
            assert!(rows.contains(expected), "{rows}");
        }
    }
}
