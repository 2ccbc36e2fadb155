//! The anchors of a text, for authors who look for the one to cite.

use crate::portal::PlanText;

/// As much of a unit as a line of the outline shows.
const SHOWN: usize = 70;

/// A line for each unit: its anchor, a tab, and how its text begins.
pub fn outline(text: &PlanText) -> String {
    let mut lines = String::new();
    for unit in &text.units {
        lines.push_str(&unit.anchor);
        lines.push('\t');
        lines.extend(unit.text.chars().take(SHOWN));
        lines.push('\n');
    }
    lines
}
