//! Whether the author's files changed since they were last looked at: their names, sizes and times.
//!
//! Two writings within one tick of the disk's clock leave the same time, so a file that was written
//! only just now is known by its bytes too, until it is older.

use std::collections::BTreeMap;
use std::collections::hash_map::DefaultHasher;
use std::fs::Metadata;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use walkdir::WalkDir;

/// Longer than a tick of any file system: FAT counts in steps of two seconds.
const YOUNG: Duration = Duration::from_secs(3);

/// The files below some folders as they were last seen.
pub struct Watched {
    folders: Vec<PathBuf>,
    files: BTreeMap<PathBuf, Seen>,
}

#[derive(PartialEq, Eq)]
struct Seen {
    size: u64,
    modified: Option<SystemTime>,
    /// The hash of the bytes of a file that was young.
    bytes: Option<u64>,
}

impl Watched {
    pub fn new(folders: Vec<PathBuf>) -> Watched {
        Watched { folders, files: BTreeMap::new() }
    }

    /// Looks again, and says whether anything is different from the last time.
    pub fn changed(&mut self) -> bool {
        let now = SystemTime::now();
        let files: BTreeMap<PathBuf, Seen> = self
            .folders
            .iter()
            .flat_map(|folder| files_below(folder))
            .map(|(path, file)| self.seen(path, &file, now))
            .collect();
        let changed = files != self.files;
        self.files = files;
        for seen in self.files.values_mut().filter(|seen| !is_young(seen.modified, now)) {
            seen.bytes = None;
        }
        changed
    }

    fn seen(&self, path: PathBuf, file: &Metadata, now: SystemTime) -> (PathBuf, Seen) {
        let modified = file.modified().ok();
        let was_young = self.files.get(&path).is_some_and(|last| last.bytes.is_some());
        let bytes = (was_young || is_young(modified, now)).then(|| hash(&path));
        (path, Seen { size: file.len(), modified, bytes })
    }
}

/// A time that lies ahead is no proof of age.
fn is_young(modified: Option<SystemTime>, now: SystemTime) -> bool {
    modified.is_none_or(|modified| {
        now.duration_since(modified).is_ok_and(|age| age < YOUNG) || modified > now
    })
}

/// A file that cannot be read now is told by whoever wants to read it.
fn hash(path: &Path) -> u64 {
    let mut hasher = DefaultHasher::new();
    std::fs::read(path).ok().hash(&mut hasher);
    hasher.finish()
}

/// As the content and a theme are walked: links are not followed, hidden files are not read.
fn files_below(folder: &Path) -> impl Iterator<Item = (PathBuf, Metadata)> {
    let walk = WalkDir::new(folder).into_iter().filter_entry(|entry| {
        entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.')
    });
    walk.filter_map(|entry| {
        let entry = entry.ok().filter(|entry| entry.file_type().is_file())?;
        let metadata = entry.metadata().ok()?;
        Some((entry.into_path(), metadata))
    })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn write(path: &Path, text: &str, time: SystemTime) {
        fs::write(path, text).expect("written");
        fs::File::options()
            .write(true)
            .open(path)
            .expect("a file")
            .set_modified(time)
            .expect("a time");
    }

    #[test]
    fn a_file_that_comes_changes_or_goes_is_noticed_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.yaml");
        let mut watched = Watched::new(vec![folder.path().to_owned()]);
        assert!(!watched.changed());
        let old = SystemTime::now() - Duration::from_secs(3600);
        write(&path, "one", old);
        assert!(watched.changed() && !watched.changed());
        write(&path, "two", old + Duration::from_secs(1));
        assert!(watched.changed() && !watched.changed());
        write(&path, "three", old + Duration::from_secs(1));
        assert!(watched.changed() && !watched.changed());
        fs::rename(&path, folder.path().join("b.yaml")).expect("renamed");
        assert!(watched.changed() && !watched.changed());
        fs::write(folder.path().join(".b.yaml.swp"), "an editor's own").expect("written");
        assert!(!watched.changed());
        fs::remove_file(folder.path().join("b.yaml")).expect("removed");
        assert!(watched.changed() && !watched.changed());
    }

    #[test]
    fn a_file_written_twice_at_one_time_is_noticed_while_it_is_young() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.yaml");
        let mut watched = Watched::new(vec![folder.path().to_owned()]);
        // A time ahead is young however slow the machine.
        let time = SystemTime::now() + Duration::from_secs(3600);
        write(&path, "48.5", time);
        assert!(watched.changed() && !watched.changed());
        write(&path, "48.6", time);
        assert!(watched.changed() && !watched.changed());
    }
}
