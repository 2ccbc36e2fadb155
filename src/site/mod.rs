//! Files to `site/`, whole or nothing: the only writer. A build writes beside the site and takes
//! its place only when it is complete; a folder that is not ours is refused.

mod apart;
mod cache;
mod exchange;

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

pub use apart::refuse_content;
pub use cache::Cache;

use crate::language::{Localized, cause};

/// One file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteFile {
    /// Relative to the site's root, `/` between folders.
    pub path: String,
    pub bytes: Vec<u8>,
}

/// The file by which a folder is known to be ours.
const MARKER: &str = ".minhbach";
const KEPT: &str = ".gitkeep";

/// Why the site was not written; the old one stands as it was.
#[derive(Debug)]
pub enum SiteError {
    /// The folder holds files that minhbach did not write.
    NotOurs(PathBuf),
    /// The cache would be deleted with the old site.
    CacheInSite(PathBuf),
    /// The output lies in the content, or holds it.
    Content {
        out: PathBuf,
        content: PathBuf,
    },
    /// Another build is writing to the same folder.
    Busy(PathBuf),
    Io {
        path: PathBuf,
        cause: io::Error,
    },
}

impl SiteError {
    /// What to tell the user.
    pub fn message(&self) -> Localized {
        match self {
            SiteError::NotOurs(path) => Localized::text(
                format!(
                    "thư mục `{}` có tệp không do minhbach tạo; hãy chọn thư mục trống bằng \
                     --out, hoặc tự dọn thư mục này",
                    path.display()
                ),
                format!(
                    "the folder `{}` holds files that minhbach did not make; choose an empty \
                     one with --out, or clear it yourself",
                    path.display()
                ),
            ),
            SiteError::CacheInSite(path) => Localized::text(
                format!(
                    "thư mục giữ ảnh `{}` nằm trong thư mục kết quả, nơi mỗi lần dựng đều thay \
                     mới; hãy chọn chỗ khác bằng --cache",
                    path.display()
                ),
                format!(
                    "the cache `{}` lies in the output folder, which each build replaces; \
                     choose another place with --cache",
                    path.display()
                ),
            ),
            SiteError::Content { out, content } => {
                let (out, content) = (out.display(), content.display());
                Localized::text(
                    format!(
                        "thư mục kết quả `{out}` nằm trong hoặc chứa thư mục nội dung \
                         `{content}`; hãy chọn thư mục ở ngoài, ví dụ: --out site"
                    ),
                    format!(
                        "the output folder `{out}` lies in the content folder `{content}`, or \
                         holds it; choose one outside it, such as: --out site"
                    ),
                )
            }
            SiteError::Busy(path) => Localized::text(
                format!("một lần dựng khác đang ghi vào `{}`; hãy đợi lần ấy xong", path.display()),
                format!("another build is writing to `{}`; wait until it is done", path.display()),
            ),
            SiteError::Io { path, cause } => {
                let (path, cause) = (path.display(), cause::cause(cause));
                Localized::text(
                    format!("không ghi được `{path}`: {}", cause.vi),
                    format!("cannot write `{path}`: {}", cause.en),
                )
            }
        }
    }
}

/// A site while it is being written. Dropped before [`Staging::publish`], it leaves nothing behind.
pub struct Staging {
    site: PathBuf,
    folder: PathBuf,
    lock: File,
    lock_path: PathBuf,
    published: bool,
}

impl Staging {
    /// Begins a new site that shall stand at `site`; `paths` are those of all the files to come.
    pub fn begin<'path>(
        site: &Path,
        paths: impl Iterator<Item = &'path str>,
    ) -> Result<Staging, SiteError> {
        // A link is followed, so that the folder it leads to is replaced and not the link.
        let site = fs::canonicalize(site).unwrap_or_else(|_| site.to_owned());
        let parent = match site.parent() {
            Some(parent) if parent != Path::new("") => parent.to_owned(),
            _ => PathBuf::from("."),
        };
        // Before anything is left beside it.
        refuse_what_is_not_ours(&site)?;
        fs::create_dir_all(&parent).map_err(at(&parent))?;
        let name = site
            .file_name()
            .map_or_else(|| "site".to_owned(), |name| name.to_string_lossy().into_owned());
        let lock_path = parent.join(format!(".{name}.minhbach-lock"));
        let lock = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&lock_path)
            .map_err(at(&lock_path))?;
        if let Err(fs::TryLockError::WouldBlock) = lock.try_lock() {
            return Err(SiteError::Busy(site));
        }
        let folder = parent.join(format!(".{name}.minhbach-new"));
        let old = exchange::old_name(&site);
        exchange::recover(&site, &old).map_err(at(&site))?;
        remove(&folder)?;
        refuse_what_is_not_ours(&site)?;
        let staging = Staging { site, folder, lock, lock_path, published: false };
        fs::create_dir(&staging.folder).map_err(at(&staging.folder))?;
        let folders: BTreeSet<&str> =
            paths.filter_map(|path| path.rsplit_once('/').map(|(folder, _)| folder)).collect();
        for folder in folders {
            let folder = staging.folder.join(folder);
            fs::create_dir_all(&folder).map_err(at(&folder))?;
        }
        staging.write(MARKER, concat!("minhbach ", env!("CARGO_PKG_VERSION"), "\n").as_bytes())?;
        if staging.site.join(KEPT).is_file() {
            staging.write(KEPT, b"")?;
        }
        Ok(staging)
    }

    /// Writes one file; any number of threads may do so at once. Its folder was announced to
    /// [`Staging::begin`].
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), SiteError> {
        debug_assert!(!path.split('/').any(|part| part == ".."), "{path}");
        let path = self.folder.join(path);
        fs::write(&path, bytes).map_err(at(&path))
    }

    /// Reads back a text that was written.
    pub fn read(&self, path: &str) -> Result<String, SiteError> {
        let path = self.folder.join(path);
        fs::read_to_string(&path).map_err(at(&path))
    }

    /// Writes one file piece by piece, for what is too long to be held whole.
    pub fn write_with(
        &self,
        path: &str,
        write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>,
    ) -> Result<(), SiteError> {
        let path = self.folder.join(path);
        let mut file = io::BufWriter::new(File::create(&path).map_err(at(&path))?);
        write(&mut file).and_then(|()| io::Write::flush(&mut file)).map_err(at(&path))
    }

    /// Copies a file of the author's own.
    pub fn copy(&self, path: &str, from: &Path) -> Result<(), SiteError> {
        fs::copy(from, self.folder.join(path)).map(|_| ()).map_err(at(from))
    }

    /// Puts the new site in the place of the old one.
    pub fn publish(mut self) -> Result<(), SiteError> {
        exchange::replace(&self.folder, &self.site, &exchange::old_name(&self.site))
            .map_err(at(&self.site))?;
        self.published = true;
        remove(&self.folder)?;
        remove(&exchange::old_name(&self.site))
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if !self.published {
            let _ = remove(&self.folder);
        }
        let _ = fs::remove_file(&self.lock_path);
        let _ = self.lock.unlock();
    }
}

fn refuse_what_is_not_ours(site: &Path) -> Result<(), SiteError> {
    let entries = match fs::read_dir(site) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(cause) => return Err(SiteError::Io { path: site.to_owned(), cause }),
    };
    let mut foreign = false;
    for entry in entries {
        let name = entry.map_err(at(site))?.file_name();
        if name == MARKER {
            return Ok(());
        }
        foreign |= name != KEPT;
    }
    if foreign { Err(SiteError::NotOurs(site.to_owned())) } else { Ok(()) }
}

fn remove(folder: &Path) -> Result<(), SiteError> {
    match fs::remove_dir_all(folder) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => {
            Err(SiteError::Io { path: folder.to_owned(), cause })
        }
        _ => Ok(()),
    }
}

fn at(path: &Path) -> impl Fn(io::Error) -> SiteError {
    move |cause| SiteError::Io { path: path.to_owned(), cause }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn publish(site: &Path, files: &[(&str, &str)]) -> Result<(), SiteError> {
        let staging = Staging::begin(site, files.iter().map(|(path, _)| *path))?;
        for (path, text) in files {
            staging.write(path, text.as_bytes())?;
        }
        staging.publish()
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .expect("a folder")
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_new_site_takes_the_place_of_the_old_one_and_leaves_nothing_beside_it() {
        let parent = tempfile::tempdir().expect("a folder");
        let site = parent.path().join("site");
        publish(&site, &[("index.html", "one"), ("vi/old.html", "old")]).expect("published");
        fs::write(site.join(KEPT), "").expect("written");
        publish(&site, &[("index.html", "two")]).expect("published again");
        assert_eq!(fs::read_to_string(site.join("index.html")).expect("a page"), "two");
        assert_eq!(names(&site), [KEPT, MARKER, "index.html"]);
        assert_eq!(names(parent.path()), ["site"]);
    }

    #[test]
    fn a_build_that_is_given_up_leaves_the_old_site() {
        let parent = tempfile::tempdir().expect("a folder");
        let site = parent.path().join("site");
        publish(&site, &[("index.html", "one")]).expect("published");
        let staging = Staging::begin(&site, ["index.html"].into_iter()).expect("begun");
        staging.write("index.html", b"half").expect("written");
        assert!(matches!(Staging::begin(&site, std::iter::empty()), Err(SiteError::Busy(_))));
        drop(staging);
        assert_eq!(fs::read_to_string(site.join("index.html")).expect("a page"), "one");
        assert_eq!(names(parent.path()), ["site"]);
    }

    #[test]
    fn a_folder_that_is_not_ours_is_refused_and_an_empty_one_is_taken() {
        let parent = tempfile::tempdir().expect("a folder");
        let site = parent.path().join("photos");
        fs::create_dir(&site).expect("made");
        publish(&site, &[("index.html", "one")]).expect("an empty folder is taken");
        fs::remove_file(site.join(MARKER)).expect("removed");
        assert!(matches!(publish(&site, &[("index.html", "two")]), Err(SiteError::NotOurs(_))));
        assert_eq!(fs::read_to_string(site.join("index.html")).expect("a page"), "one");
    }

    #[test]
    fn a_build_killed_between_two_renames_is_repaired_at_the_next_start() {
        let parent = tempfile::tempdir().expect("a folder");
        let site = fs::canonicalize(parent.path()).expect("a path").join("site");
        publish(&site, &[("index.html", "one")]).expect("published");
        fs::rename(&site, exchange::old_name(&site)).expect("moved");
        drop(Staging::begin(&site, std::iter::empty()).expect("begun"));
        assert_eq!(fs::read_to_string(site.join("index.html")).expect("a page"), "one");
    }
}
