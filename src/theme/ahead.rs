//! The built-in theme's files, minified ahead. Minifying them at each start would take longer than
//! to lay out a hundred pages.
//!
//! `themes/default.minified` has each file after a line `-- name hash --`. The hash is that of the
//! file as it was written: an entry that is not of this very text is not used, so the list can be
//! stale and the site is right all the same. `MINHBACH_BLESS=1 cargo test --lib minified_ahead`
//! writes it.

use std::collections::BTreeMap;

use crate::language::fingerprint::fnv_1a;

const FILE: &str = include_str!("../../themes/default.minified");

/// By name, such as `templates/place.html`: the hash of what was written, and it minified.
#[derive(Clone, Debug)]
pub struct Ahead<'text>(BTreeMap<&'text str, (u64, &'text str)>);

impl Ahead<'static> {
    pub fn built_in() -> Self {
        Ahead::read(FILE)
    }
}

impl<'text> Ahead<'text> {
    fn read(file: &'text str) -> Self {
        let file = file.strip_suffix('\n').unwrap_or(file);
        let entry = |entry: &'text str| {
            let (head, minified) = entry.split_once(" --\n")?;
            let (name, hash) = head.rsplit_once(' ')?;
            Some((name, (u64::from_str_radix(hash, 16).ok()?, minified)))
        };
        Ahead(file.split("\n-- ").skip(1).filter_map(entry).collect())
    }

    /// The file without what a browser does not need, if it was minified as it is written now.
    pub fn minified(&self, name: &str, written: &[u8]) -> Option<&'text str> {
        let (hash, minified) = self.0.get(name)?;
        (*hash == fnv_1a(written)).then_some(*minified)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_was_changed_since_is_not_taken_from_the_list() {
        let list = format!(
            "# List\n-- templates/a.html {:016x} --\n<p>\n--\n-- static/b.js {:016x} --\nb()\n",
            fnv_1a(b"<p>  "),
            fnv_1a(b"b ( )")
        );
        let ahead = Ahead::read(&list);
        assert_eq!(ahead.minified("templates/a.html", b"<p>  "), Some("<p>\n--"));
        assert_eq!(ahead.minified("static/b.js", b"b ( )"), Some("b()"));
        assert_eq!(ahead.minified("static/b.js", b"b (1)"), None);
        assert_eq!(ahead.minified("static/c.js", b"b ( )"), None);
    }
}
