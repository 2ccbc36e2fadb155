//! The files of `scaffold/`, in the binary. A test holds this list to the folder.

macro_rules! files {
    ($($name:literal,)+) => { &[$(($name, include_str!(concat!("../../scaffold/", $name))),)+] };
}

/// Paths in `scaffold/` with their texts.
pub const FILES: &[(&str, &str)] = files![
    "cities.tsv",
    "import/plan.vi.md",
    "import/plan.yaml",
    "import/targets.yaml",
    "page/page.en.md",
    "page/page.vi.md",
    "place/place.yaml",
    "plan/plan.en.md",
    "plan/plan.vi.md",
    "plan/plan.yaml",
    "plan/targets.yaml",
    "portal/content/dimensions.yaml",
    "portal/content/glossary.yaml",
    "portal/content/indicators/education.yaml",
    "portal/content/pages/about.en.md",
    "portal/content/pages/about.vi.md",
    "portal/content/portal.yaml",
    "portal/content/provinces/tinh-mau/place.yaml",
    "portal/content/provinces/tinh-mau/plans/12-2026/plan.en.md",
    "portal/content/provinces/tinh-mau/plans/12-2026/plan.vi.md",
    "portal/content/provinces/tinh-mau/plans/12-2026/plan.yaml",
    "portal/content/provinces/tinh-mau/plans/12-2026/targets.yaml",
    "portal/content/units.yaml",
];

/// The files below a folder of `scaffold/`, with their paths in it.
pub fn below(folder: &str) -> Vec<(String, String)> {
    let inside = |name: &'static str| name.strip_prefix(folder)?.strip_prefix('/');
    // On Windows the repository may have been fetched with other line ends; what is made is the
    // same everywhere.
    FILES
        .iter()
        .filter_map(|(name, text)| Some((inside(name)?.to_owned(), text.replace("\r\n", "\n"))))
        .collect()
}

/// The lines of `cities.tsv` that are no comments: a name, and what else is said of it.
pub fn cities() -> impl Iterator<Item = (&'static str, &'static str)> {
    let (_, text) =
        FILES.iter().find(|(name, _)| *name == "cities.tsv").expect("it is in the list");
    text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
}

/// The text with its `{{names}}` filled in.
pub fn filled(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        // A mapping may stand in a mapping: `{vi: {{name_vi}}, en: {{name_en}}}`.
        let (name, behind) = after.split_once("}}").expect("the skeletons close what they open");
        let (_, value) = values
            .iter()
            .find(|(known, _)| *known == name)
            .expect("the skeletons ask for nothing else");
        filled.push_str(before);
        filled.push_str(value);
        rest = behind;
    }
    filled + rest
}

/// A text as YAML has it.
pub fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_the_folder() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("scaffold");
        let files = walkdir::WalkDir::new(&folder)
            .sort_by_file_name()
            .into_iter()
            .map(|entry| entry.expect("an entry"));
        let mut found: Vec<String> = files
            .filter(|entry| entry.file_type().is_file())
            .map(|entry| {
                entry
                    .path()
                    .strip_prefix(&folder)
                    .expect("below")
                    .to_string_lossy()
                    .replace('\\', "/")
            })
            .collect();
        found.sort();
        assert_eq!(FILES.iter().map(|(name, _)| *name).collect::<Vec<_>>(), found);
    }

    #[test]
    fn names_are_filled_in_and_texts_quoted() {
        assert_eq!(
            filled("{vi: {{a}}, en: {{b}}}\n", &[("a", "1"), ("b", "{{a}}")]),
            "{vi: 1, en: {{a}}}\n"
        );
        assert_eq!(quoted(r#"a "b" \c"#), r#""a \"b\" \\c""#);
    }
}
