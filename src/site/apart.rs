//! The output and the content stand apart: each build replaces the one whole, and reads all of the
//! other.

use std::fs;
use std::path::{Component, Path, PathBuf};

use super::SiteError;

/// Refuses an output folder that lies in the content folder, is it, or holds it.
pub fn refuse_content(site: &Path, content: &Path) -> Result<(), SiteError> {
    let (whole_site, whole_content) = (whole(site), whole(content));
    if whole_site.starts_with(&whole_content) || whole_content.starts_with(&whole_site) {
        return Err(SiteError::Content { out: site.to_owned(), content: content.to_owned() });
    }
    Ok(())
}

/// The path from the root of the disk, its links followed. What is not there yet has none, and is
/// taken as it is written.
pub(super) fn whole(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let there = path.ancestors().find_map(|folder| Some((folder, fs::canonicalize(folder).ok()?)));
    let Some((folder, mut whole)) = there else { return path };
    for part in path.strip_prefix(folder).unwrap_or(Path::new("")).components() {
        match part {
            Component::ParentDir => drop(whole.pop()),
            part => whole.push(part),
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_output_lies_beside_the_content_and_neither_in_the_other() {
        let folder = tempfile::tempdir().expect("a folder");
        let content = folder.path().join("content");
        fs::create_dir_all(content.join("static")).expect("made");
        fs::create_dir(folder.path().join("site")).expect("made");
        let is_refused = |out: &str| refuse_content(&folder.path().join(out), &content).is_err();
        for refused in [
            "content",
            "content/static",
            "content/new/site",
            "site/../content/static",
            "no/../content/site",
            ".",
            "site/..",
        ] {
            assert!(is_refused(refused), "{refused}");
        }
        for taken in ["site", "content-site", "content/../site", "new/site"] {
            assert!(!is_refused(taken), "{taken}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed() {
        let folder = tempfile::tempdir().expect("a folder");
        let content = folder.path().join("content");
        fs::create_dir_all(&content).expect("made");
        std::os::unix::fs::symlink(&content, folder.path().join("link")).expect("a link");
        assert!(refuse_content(&folder.path().join("link/site"), &content).is_err());
        assert!(refuse_content(&content.join("site"), &folder.path().join("link")).is_err());
    }
}
