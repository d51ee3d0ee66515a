// What every page of the app is in.
export default function Layout({ children }) {
  return (
    <html>
      <body>{children}</body>
    </html>
  );
}
