//! Every file of the site, made when it is asked for: by the same plan as a build's, and with the
//! same bytes.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::path::Path;

use crate::Failure;
use crate::address::Route;
use crate::content::OwnFile;
use crate::language::Localized;
use crate::output::{MadeFile, Maker, Output};
use crate::portal::Portal;

/// A proven portal and all that its files are made with.
pub struct Pages {
    maker: Maker,
    /// By path. Charts are beside their pages, and only the pages know them.
    files: BTreeMap<String, Output>,
    /// By path; made when the first of them is asked for.
    search: OnceCell<BTreeMap<String, Vec<u8>>>,
}

impl Pages {
    pub fn new(
        portal: Portal,
        own_files: Vec<OwnFile>,
        theme: Option<&Path>,
    ) -> Result<Pages, Failure> {
        let maker = Maker::new(portal, own_files, theme).map_err(Failure::World)?;
        // Of two files with one path the later is kept, as in a build.
        let mut files = BTreeMap::new();
        for output in maker.outputs() {
            files.extend(maker.paths(&output).into_iter().map(|path| (path, output.clone())));
        }
        Ok(Pages { maker, files, search: OnceCell::new() })
    }

    pub fn portal(&self) -> &Portal {
        &self.maker.portal
    }

    /// Whether there is a file at a path that is no chart and not of the search.
    pub fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// The file at a path from the site's root, if there is one.
    pub fn file(&self, path: &str) -> Result<Option<Vec<u8>>, Localized> {
        match self.files.get(path) {
            Some(Output::Search) => self.search(path),
            Some(output) => Ok(named(self.maker.make(output)?, path)),
            None if path.starts_with("search/") => self.search(path),
            None => self.chart(path),
        }
    }

    pub fn not_found(&self) -> Result<Vec<u8>, Localized> {
        self.maker.page(Route::NotFound).map(|page| page.html.bytes)
    }

    /// A chart of the page beside which it is, as SVG or PNG. No slug has a dot, so the page's name
    /// ends at the first one.
    fn chart(&self, path: &str) -> Result<Option<Vec<u8>>, Localized> {
        let name_start = path.rfind('/').map_or(0, |slash| slash + 1);
        let Some(dot) = path[name_start..].find('.') else { return Ok(None) };
        let page = format!("{}.html", &path[..name_start + dot]);
        let Some(Output::Page(route)) = self.files.get(&page) else { return Ok(None) };
        for chart in self.maker.page(*route)?.charts {
            if chart.path == path {
                return Ok(Some(chart.svg.into_bytes()));
            }
            if chart.png_path.as_deref() == Some(path) {
                let drawing = self.maker.painter().chart(&chart.svg);
                return self.maker.png(path, &drawing).map(Some);
            }
        }
        Ok(None)
    }

    fn search(&self, path: &str) -> Result<Option<Vec<u8>>, Localized> {
        if self.search.get().is_none() {
            let files = self.maker.make(&Output::Search)?;
            let by_path = files.into_iter().map(|file| (file.path, file.bytes)).collect();
            let _ = self.search.set(by_path);
        }
        Ok(self.search.get().and_then(|files| files.get(path).cloned()))
    }
}

/// The file with a path among those of an output.
fn named(files: Vec<MadeFile>, path: &str) -> Option<Vec<u8>> {
    files.into_iter().find(|file| file.path == path).map(|file| file.bytes)
}
