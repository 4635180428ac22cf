// The first address has done its work: it leaves no trace among the pages to go back to.
window.location.replace("/");
