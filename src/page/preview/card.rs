//! What a link preview shows.

use crate::wording::lower_first;

/// The picture's width and height in pixels: what the sites that show it ask for.
pub const PREVIEW_SIZE: (u32, u32) = (1200, 630);

/// What the picture says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// Where the picture stands, from the site's root.
    pub path: String,
    /// Whom or what it is about; may be empty.
    pub subject: String,
    pub title: String,
    /// `Dự thảo`, where all of it is one.
    pub badge: Option<&'static str>,
    pub figures: Vec<KeyFigure>,
    /// What must be known to read the figures rightly; may be empty.
    pub note: String,
    /// The document that says so; may be empty.
    pub source: String,
    /// The portal's name.
    pub portal: String,
}

/// A figure in three pieces, as the page says it, so that the number can be drawn large.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyFigure {
    /// What tells it from the figures beside it; may be empty.
    pub label: String,
    /// `ít nhất`; or all of a goal that has no number: `hoàn thành`.
    pub before: String,
    /// `48,5%`; empty where there is none.
    pub number: String,
    /// `trường`; may be empty.
    pub after: String,
    /// `Mục tiêu đến năm 2030`; may be empty.
    pub time: String,
}

impl KeyFigure {
    /// The figure in one piece, as it stands on the page.
    pub fn value(&self) -> String {
        spaced([&self.before, &self.number, &self.after])
    }
}

impl Preview {
    /// All that the picture says, for who cannot see it.
    pub fn alt(&self) -> String {
        let figures: Vec<String> = self
            .figures
            .iter()
            .map(|figure| {
                let time = if figure.time.is_empty() {
                    String::new()
                } else {
                    format!(" ({})", lower_first(&figure.time))
                };
                let label = if figure.label.is_empty() {
                    String::new()
                } else {
                    format!("{}: ", figure.label)
                };
                format!("{label}{}{time}", figure.value())
            })
            .collect();
        let badge = self.badge.unwrap_or_default();
        let parts =
            [&self.subject, &self.title, &figures.join("; "), &self.note, badge, &self.source];
        let said: Vec<&str> = parts
            .into_iter()
            .filter(|part| !part.is_empty())
            .map(|part| part.trim_end_matches('.'))
            .collect();
        said.join(". ") + "."
    }
}

pub fn spaced<'text>(
    parts: impl IntoIterator<Item = &'text (impl AsRef<str> + ?Sized + 'text)>,
) -> String {
    spaced_by(" ", parts.into_iter().map(AsRef::as_ref))
}

pub fn spaced_by<'text>(between: &str, parts: impl IntoIterator<Item = &'text str>) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
}
