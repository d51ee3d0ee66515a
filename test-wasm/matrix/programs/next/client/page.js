'use client';
// A client component: says the outcome when it is in the browser.
import { useEffect } from 'react';
import { outcome } from '../../outcome.js';

export default function Page() {
  useEffect(() => {
    const say = (seen) => (window.outcome = JSON.stringify(seen));
    outcome().then(say, (error) => say({ failed: `${error}` }));
  }, []);
  return <p>microlora</p>;
}
