//! The built site over HTTP, for the author's own eyes: this machine only, nothing cached.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;

use axum::Router;
use axum::http::{HeaderValue, header};
use axum::middleware::map_response;
use axum::response::Response;
use tower_http::services::{ServeDir, ServeFile};

/// Serves `site` at the path where it will stand, `/minh-bach/`, and at `/` too, until Ctrl+C; `started` hears the address once it can be opened. Port 0 takes any free one.
pub fn serve(site: &Path, path: &str, port: u16, started: impl FnOnce(SocketAddr)) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
        started(listener.local_addr()?);
        let stop = async {
            // Without a signal to wait for, it serves until it is killed.
            if tokio::signal::ctrl_c().await.is_err() {
                std::future::pending::<()>().await;
            }
        };
        axum::serve(listener, router(site, path)).with_graceful_shutdown(stop).await
    })
}

fn router(site: &Path, path: &str) -> Router {
    let files = ServeDir::new(site).not_found_service(ServeFile::new(site.join("404.html")));
    // The 404 page has links from the root of the host: they work only where the site stands under its path.
    let router = match path.trim_matches('/') {
        "" => Router::new(),
        path => Router::new().nest_service(&format!("/{path}"), files.clone()),
    };
    router.fallback_service(files).layer(map_response(|mut response: Response| async {
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }))
}
