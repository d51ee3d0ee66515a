;; Bare SIMD loops over the bytes that a forward of rank 2 loads: A (2, n) and B (2, n) once, x (n)
;; twice. No checks, no bookkeeping: what WebAssembly can do here. n is a multiple of 32. How far
;; the loops are unrolled, and over how many sums, was measured: V8 moves all loads of an iteration
;; to its front, so more of them at once are spilled to the stack and make it slower.
(module
  (memory (export "memory") 8)

  ;; The sum of a factor and x, as 32-bit integers, since their addition takes one cycle: nothing
  ;; waits for it. 12 loads for 16 columns.
  (func $sum (param $w i32) (param $x i32) (param $n i32) (result v128)
    (local $end i32) (local $s0 v128) (local $s1 v128) (local $s2 v128)
    (local.set $end (i32.add (local.get $x) (i32.shl (local.get $n) (i32.const 2))))
    (loop $more
      (local.set $s0 (i32x4.add (local.get $s0) (v128.load (local.get $w))))
      (local.set $s1 (i32x4.add (local.get $s1) (v128.load offset=16 (local.get $w))))
      (local.set $s2 (i32x4.add (local.get $s2) (v128.load (local.get $x))))
      (local.set $s0 (i32x4.add (local.get $s0) (v128.load offset=32 (local.get $w))))
      (local.set $s1 (i32x4.add (local.get $s1) (v128.load offset=48 (local.get $w))))
      (local.set $s2 (i32x4.add (local.get $s2) (v128.load offset=16 (local.get $x))))
      (local.set $s0 (i32x4.add (local.get $s0) (v128.load offset=64 (local.get $w))))
      (local.set $s1 (i32x4.add (local.get $s1) (v128.load offset=80 (local.get $w))))
      (local.set $s2 (i32x4.add (local.get $s2) (v128.load offset=32 (local.get $x))))
      (local.set $s0 (i32x4.add (local.get $s0) (v128.load offset=96 (local.get $w))))
      (local.set $s1 (i32x4.add (local.get $s1) (v128.load offset=112 (local.get $w))))
      (local.set $s2 (i32x4.add (local.get $s2) (v128.load offset=48 (local.get $x))))
      (local.set $w (i32.add (local.get $w) (i32.const 128)))
      (local.set $x (i32.add (local.get $x) (i32.const 64)))
      (br_if $more (i32.ne (local.get $x) (local.get $end))))
    (i32x4.add (i32x4.add (local.get $s0) (local.get $s1)) (local.get $s2)))

  ;; The loads of a forward alone, $times times; the sum of everything loaded, once.
  (func (export "stream")
    (param $a i32) (param $b i32) (param $x i32) (param $n i32) (param $times i32) (result i32)
    (local $s v128)
    (loop $again
      (local.set $s
        (i32x4.add
          (call $sum (local.get $a) (local.get $x) (local.get $n))
          (call $sum (local.get $b) (local.get $x) (local.get $n))))
      (br_if $again (local.tee $times (i32.sub (local.get $times) (i32.const 1)))))
    (i32.add
      (i32.add (i32x4.extract_lane 0 (local.get $s)) (i32x4.extract_lane 1 (local.get $s)))
      (i32.add (i32x4.extract_lane 2 (local.get $s)) (i32x4.extract_lane 3 (local.get $s)))))

  (func $total (param $v v128) (result v128)
    (f32x4.splat
      (f32.add
        (f32.add (f32x4.extract_lane 0 (local.get $v)) (f32x4.extract_lane 1 (local.get $v)))
        (f32.add (f32x4.extract_lane 2 (local.get $v)) (f32x4.extract_lane 3 (local.get $v))))))

  ;; h = A x, each of both in all lanes: two products and two sums for three loads.
  (func $project (param $w i32) (param $x i32) (param $n i32) (result v128 v128)
    (local $end i32) (local $v v128)
    (local $p0 v128) (local $p1 v128) (local $q0 v128) (local $q1 v128)
    (local.set $end (i32.add (local.get $x) (i32.shl (local.get $n) (i32.const 2))))
    (loop $more
      (local.set $v (v128.load (local.get $x)))
      (local.set $p0
        (f32x4.add (local.get $p0) (f32x4.mul (v128.load (local.get $w)) (local.get $v))))
      (local.set $q0
        (f32x4.add (local.get $q0) (f32x4.mul (v128.load offset=16 (local.get $w)) (local.get $v))))
      (local.set $v (v128.load offset=16 (local.get $x)))
      (local.set $p1
        (f32x4.add (local.get $p1) (f32x4.mul (v128.load offset=32 (local.get $w)) (local.get $v))))
      (local.set $q1
        (f32x4.add (local.get $q1) (f32x4.mul (v128.load offset=48 (local.get $w)) (local.get $v))))
      (local.set $w (i32.add (local.get $w) (i32.const 64)))
      (local.set $x (i32.add (local.get $x) (i32.const 32)))
      (br_if $more (i32.ne (local.get $x) (local.get $end))))
    (call $total (f32x4.add (local.get $p0) (local.get $p1)))
    (call $total (f32x4.add (local.get $q0) (local.get $q1))))

  ;; y = x + B^T h: the same, and a store.
  (func $expand
    (param $w i32) (param $x i32) (param $n i32) (param $y i32) (param $h0 v128) (param $h1 v128)
    (local $end i32)
    (local.set $end (i32.add (local.get $x) (i32.shl (local.get $n) (i32.const 2))))
    (loop $more
      (v128.store (local.get $y) (f32x4.add (v128.load (local.get $x)) (f32x4.add
        (f32x4.mul (v128.load (local.get $w)) (local.get $h0))
        (f32x4.mul (v128.load offset=16 (local.get $w)) (local.get $h1)))))
      (v128.store offset=16 (local.get $y) (f32x4.add (v128.load offset=16 (local.get $x)) (f32x4.add
        (f32x4.mul (v128.load offset=32 (local.get $w)) (local.get $h0))
        (f32x4.mul (v128.load offset=48 (local.get $w)) (local.get $h1)))))
      (v128.store offset=32 (local.get $y) (f32x4.add (v128.load offset=32 (local.get $x)) (f32x4.add
        (f32x4.mul (v128.load offset=64 (local.get $w)) (local.get $h0))
        (f32x4.mul (v128.load offset=80 (local.get $w)) (local.get $h1)))))
      (v128.store offset=48 (local.get $y) (f32x4.add (v128.load offset=48 (local.get $x)) (f32x4.add
        (f32x4.mul (v128.load offset=96 (local.get $w)) (local.get $h0))
        (f32x4.mul (v128.load offset=112 (local.get $w)) (local.get $h1)))))
      (v128.store offset=64 (local.get $y) (f32x4.add (v128.load offset=64 (local.get $x)) (f32x4.add
        (f32x4.mul (v128.load offset=128 (local.get $w)) (local.get $h0))
        (f32x4.mul (v128.load offset=144 (local.get $w)) (local.get $h1)))))
      (v128.store offset=80 (local.get $y) (f32x4.add (v128.load offset=80 (local.get $x)) (f32x4.add
        (f32x4.mul (v128.load offset=160 (local.get $w)) (local.get $h0))
        (f32x4.mul (v128.load offset=176 (local.get $w)) (local.get $h1)))))
      (v128.store offset=96 (local.get $y) (f32x4.add (v128.load offset=96 (local.get $x)) (f32x4.add
        (f32x4.mul (v128.load offset=192 (local.get $w)) (local.get $h0))
        (f32x4.mul (v128.load offset=208 (local.get $w)) (local.get $h1)))))
      (v128.store offset=112 (local.get $y) (f32x4.add (v128.load offset=112 (local.get $x)) (f32x4.add
        (f32x4.mul (v128.load offset=224 (local.get $w)) (local.get $h0))
        (f32x4.mul (v128.load offset=240 (local.get $w)) (local.get $h1)))))
      (local.set $w (i32.add (local.get $w) (i32.const 256)))
      (local.set $y (i32.add (local.get $y) (i32.const 128)))
      (local.set $x (i32.add (local.get $x) (i32.const 128)))
      (br_if $more (i32.ne (local.get $x) (local.get $end)))))

  ;; The loads, products, sums and stores of a forward with alpha 1, $times times.
  (func (export "arithmetic")
    (param $a i32) (param $b i32) (param $x i32) (param $n i32) (param $y i32) (param $times i32)
    (local $h0 v128) (local $h1 v128)
    (loop $again
      (call $project (local.get $a) (local.get $x) (local.get $n))
      (local.set $h1)
      (local.set $h0)
      (call $expand
        (local.get $b) (local.get $x) (local.get $n) (local.get $y) (local.get $h0) (local.get $h1))
      (br_if $again (local.tee $times (i32.sub (local.get $times) (i32.const 1)))))))
