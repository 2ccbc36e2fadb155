//! What is dear to make, kept from build to build outside the site, each under the hash of what it
//! is made from.
//!
//! Never needed: an entry that is missing, damaged or cannot be written is made anew. Entries are
//! whole or not there, so that builds may share a cache.

use std::collections::BTreeSet;
use std::fs;
use std::hash::Hasher;
use std::io;
use std::path::{Path, PathBuf};

use siphasher::sip128::{Hasher128, SipHasher13};

use super::SiteError;
use super::apart::whole;

/// What says to people and backups that a folder may be deleted: <https://bford.info/cachedir/>.
const TAG: (&str, &[u8]) = (
    "CACHEDIR.TAG",
    b"Signature: 8a477f597d28d172789f06886806bc55\n# minhbach keeps pictures here from build to \
      build; this folder may be deleted.\n",
);

/// How many bytes at the end of an entry prove that it is whole.
const PROOF: usize = 16;

/// A folder of entries.
#[derive(Debug)]
pub struct Cache {
    folder: PathBuf,
}

impl Cache {
    /// The cache of the site at `site`, beside it: `.site.minhbach-cache`.
    pub fn beside(site: &Path) -> Cache {
        let site = fs::canonicalize(site).unwrap_or_else(|_| site.to_owned());
        let name = site
            .file_name()
            .map_or_else(|| "site".to_owned(), |name| name.to_string_lossy().into_owned());
        Cache { folder: site.with_file_name(format!(".{name}.minhbach-cache")) }
    }

    /// A cache at a folder of the user's choice; not in the site, which is replaced whole.
    pub fn at(folder: &Path, site: &Path) -> Result<Cache, SiteError> {
        if whole(folder).starts_with(whole(site)) {
            return Err(SiteError::CacheInSite(folder.to_owned()));
        }
        Ok(Cache { folder: folder.to_owned() })
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The entry, if it is there and whole.
    pub fn get(&self, key: u128) -> Option<Vec<u8>> {
        let mut bytes = fs::read(self.path(key)).ok()?;
        let end = bytes.len().checked_sub(PROOF)?;
        let is_whole = bytes[end..] == proof(key, &bytes[..end]);
        bytes.truncate(end);
        is_whole.then_some(bytes)
    }

    /// Keeps an entry. It is renamed into its place, so that no one ever reads half of it.
    pub fn put(&self, key: u128, bytes: &[u8]) -> io::Result<()> {
        let path = self.path(key);
        let folder = path.parent().unwrap_or(&self.folder);
        if !folder.is_dir() {
            fs::create_dir_all(folder)?;
            let tag = self.folder.join(TAG.0);
            if !tag.exists() {
                fs::write(tag, TAG.1)?;
            }
        }
        let mut whole = Vec::with_capacity(bytes.len() + PROOF);
        whole.extend_from_slice(bytes);
        whole.extend_from_slice(&proof(key, bytes));
        // Whoever else makes the same entry at this moment writes the same bytes, under a name of
        // its own.
        let new = path.with_extension(format!(
            "new-{}-{:?}",
            std::process::id(),
            std::thread::current().id()
        ));
        fs::write(&new, whole).and_then(|()| fs::rename(&new, &path)).inspect_err(|_| {
            let _ = fs::remove_file(&new);
        })
    }

    /// Removes what is not among the keys: entries of pages that have changed or are gone, and what
    /// a killed build left. Files of any other name are not ours.
    pub fn keep_only(&self, keys: &BTreeSet<u128>) {
        let Ok(folders) = fs::read_dir(&self.folder) else { return };
        for folder in folders.filter_map(Result::ok) {
            let first = folder.file_name().to_string_lossy().into_owned();
            let Ok(files) = fs::read_dir(folder.path()) else { continue };
            for file in files.filter_map(Result::ok) {
                let name = file.file_name().to_string_lossy().into_owned();
                let key = name.split_once('.').and_then(|(rest, ending)| {
                    let is_ours = first.len() == 2
                        && rest.len() == 30
                        && (ending == "png" || ending.starts_with("new-"));
                    u128::from_str_radix(&format!("{first}{rest}"), 16).ok().filter(|_| is_ours)
                });
                if key.is_some_and(|key| !keys.contains(&key) || !name.ends_with(".png")) {
                    let _ = fs::remove_file(file.path());
                }
            }
            // Only an empty folder lets itself be removed.
            if first.len() == 2 {
                let _ = fs::remove_dir(folder.path());
            }
        }
    }

    /// Two letters of the key make a folder: a portal may have a hundred thousand entries.
    fn path(&self, key: u128) -> PathBuf {
        let name = format!("{key:032x}");
        self.folder.join(&name[..2]).join(format!("{}.png", &name[2..]))
    }
}

/// SipHash of the key and the bytes. It finds damage; against malice there is nothing to guard: who
/// can write here can write the site.
fn proof(key: u128, bytes: &[u8]) -> [u8; PROOF] {
    let mut hasher = SipHasher13::new();
    hasher.write(&key.to_le_bytes());
    hasher.write(bytes);
    hasher.finish128().as_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cache() -> (tempfile::TempDir, Cache) {
        let folder = tempfile::tempdir().expect("a folder");
        let cache = Cache { folder: folder.path().join("cache") };
        (folder, cache)
    }

    #[test]
    fn an_entry_is_found_again_and_a_damaged_one_is_not() {
        let (_folder, cache) = cache();
        assert_eq!(cache.get(7), None);
        cache.put(7, b"picture").expect("written");
        assert_eq!(cache.get(7).as_deref(), Some(&b"picture"[..]));
        let path = cache.path(7);
        for damaged in [&b""[..], b"short", b"picture and then what is no proof at all"] {
            fs::write(&path, damaged).expect("written");
            assert_eq!(cache.get(7), None);
        }
        cache.put(7, b"picture").expect("written over");
        assert!(cache.get(7).is_some());
        // Under another name it is another picture.
        fs::create_dir_all(cache.path(8).parent().expect("a folder")).expect("made");
        fs::copy(&path, cache.path(8)).expect("copied");
        assert_eq!(cache.get(8), None);
    }

    #[test]
    fn what_is_not_used_is_removed_and_what_is_not_ours_is_left() {
        let (_folder, cache) = cache();
        cache.put(1, b"one").expect("written");
        cache.put(u128::MAX, b"two").expect("written");
        let left_over = cache.path(1).with_extension("new-1-ThreadId(1)");
        let foreign = cache.path(1).with_file_name("notes.txt");
        fs::write(&left_over, "half").expect("written");
        fs::write(&foreign, "mine").expect("written");
        cache.keep_only(&BTreeSet::from([1]));
        assert!(cache.get(1).is_some() && foreign.exists());
        assert!(cache.get(u128::MAX).is_none() && !left_over.exists());
        assert!(!cache.path(u128::MAX).parent().expect("a folder").exists());
        assert!(cache.folder().join(TAG.0).exists());
    }

    #[test]
    fn a_cache_that_cannot_be_written_says_so_and_no_more() {
        let (folder, _) = cache();
        let file = folder.path().join("file");
        fs::write(&file, "no folder").expect("written");
        let cache = Cache { folder: file.join("cache") };
        assert!(cache.put(1, b"one").is_err());
        assert_eq!(cache.get(1), None);
        cache.keep_only(&BTreeSet::new());
    }

    #[test]
    fn the_cache_stands_beside_the_site() {
        assert_eq!(
            Cache::beside(Path::new("out/site")).folder(),
            Path::new("out/.site.minhbach-cache")
        );
        assert!(matches!(
            Cache::at(Path::new("out/site/cache"), Path::new("./out/site")),
            Err(SiteError::CacheInSite(_))
        ));
        assert!(Cache::at(Path::new("out/site-cache"), Path::new("out/site")).is_ok());
    }
}
