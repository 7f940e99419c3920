import { rspack } from '@rspack/core';

export default {
  entry: './src/main.tsx',
  output: { publicPath: '/' },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        loader: 'builtin:swc-loader',
        options: {
          jsc: {
            parser: { syntax: 'typescript', tsx: true },
            transform: { react: { runtime: 'automatic' } },
          },
        },
      },
      { test: /\.css$/, type: 'css' },
    ],
  },
  plugins: [new rspack.HtmlRspackPlugin({ template: 'src/index.html' })],
  // The practice meeting makes the script larger than Rspack recommends.
  performance: { hints: false },
  devServer: { port: process.env.PORT ?? 8080, historyApiFallback: true },
};
