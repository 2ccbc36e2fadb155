//! Whole pages, as a browser gets them.

use super::*;
use crate::page::{PortalIndex, routes, sample, view};

fn renderer() -> Renderer {
    Renderer::new(&Theme::default(), &sample::portal()).expect("the default theme is right")
}

/// Every page of a portal by its path.
fn pages(portal: &Portal, renderer: &Renderer) -> Vec<(String, String)> {
    let index = PortalIndex::new(portal);
    routes(portal)
        .into_iter()
        .map(|route| {
            let view = view(portal, &index, route);
            let html = renderer.render(&view).unwrap_or_else(|error| panic!("{error}"));
            (view.path, html)
        })
        .collect()
}

#[test]
fn every_page_can_be_made() {
    let portal = sample::portal();
    for (path, html) in pages(&portal, &renderer()) {
        assert!(html.starts_with("<!doctype html><html lang="), "{path}: {html:.80}");
        assert!(html.ends_with("</html>"), "{path}");
        if let Ok(folder) = std::env::var("SAMPLE_SITE") {
            let file = std::path::Path::new(&folder).join(&path);
            std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            std::fs::write(file, html).expect("a file");
            for file in Theme::default().files.values() {
                let path = std::path::Path::new(&folder).join(&file.path);
                std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
                std::fs::write(path, &file.bytes).expect("a file");
            }
        }
    }
}
